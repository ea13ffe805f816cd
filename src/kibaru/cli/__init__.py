"""The command `kibaru`: thin commands over `kibaru.run`."""
