"""What texts above, beside and around figures say of them: every word is accounted for, or closes what is below."""
