"""What a mapping is: its settings, its file, doubts about it, and what is put right in cells."""
