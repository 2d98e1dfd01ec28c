"""What every message means: an entry a code, with a page that provokes it; tests and documentation are made of them."""
