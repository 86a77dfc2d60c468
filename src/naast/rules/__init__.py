"""What the practice says: plain Python, no Django, no database, no clock. Every rule quotes its sentence."""
