"""Twilio and SendGrid on loopback, for tests, demos and rehearsals. Nothing leaves the machine."""
