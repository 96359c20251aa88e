"""Ways back: what providers say later. Each file is the twin of one in `channels`; `app.py` takes their posts."""
