"""What runs, in which order, how often, how wide. Knows only tasks/."""
