"""The words, and understanding them."""
