"""What is looked at once more before and after a file is read by a proposal."""
