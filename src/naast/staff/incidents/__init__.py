"""What happened and was not safe, as each tells it, on the team's face."""
