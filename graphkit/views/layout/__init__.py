"""Where everything stands in a picture, from the two-mode form and the sizes of the marks."""
