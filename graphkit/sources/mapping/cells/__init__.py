"""What cells and the names of columns look like: names, lists, codes, dates, words for roles."""
