### What this incident adds to the catalogs (docs/translating.md, "One incident's own sentences"). Invented, as all of it.

# What protects people's data now. Laws may ask for it (safeguards). Stands under "What We Are Doing".
incident-doing-safeguards = Now two people look at every file before it goes on our website, and a program looks for private information in it.
