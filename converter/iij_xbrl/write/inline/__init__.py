"""The release as inline XBRL: its own page, or one that is drawn, with tags where its figures stand."""
