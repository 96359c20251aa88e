### What this incident adds to the catalogs (docs/translating.md, "One incident's own sentences"). Invented, as all of it.

# What protects people's data now. Laws may ask for it (safeguards). Stands under "What We Are Doing".
incident-doing-safeguards = Two people now check each file before it goes on our website. A program also looks for private facts in it.
