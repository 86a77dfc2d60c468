"""What a household member told and the team gave to another: to whom, what for and until when."""
