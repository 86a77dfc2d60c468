"""What happened and was not safe, as somebody of the household tells and reads it."""
