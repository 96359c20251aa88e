### What stands on a run sheet: the paper that goes with letters to a place of custody. English: the staff there read it.
### It is apart from the catalogs, since nobody who is told reads it, and it is not translated with them.
### state: source
###
### It says nothing of what the letters are about. A tired guard or helper reads it, standing in a corridor.

sheet-document = Run sheet { $code }
sheet-title = Letters to hand over
sheet-page = Page { $page } of { $pages }
sheet-code = Sheet { $code }
sheet-facility = Place
sheet-from = A letter from
sheet-letters = Letters
sheet-date = Date of this sheet

sheet-do = What to do
sheet-do-here = Check that the person is still held here. If not, tick why, and keep the envelope.
sheet-do-who = Check who it is: ask for the name and the birth date. They must be the same as on this sheet and on the envelope.
sheet-do-closed = Hand over the envelope closed, where nobody else sees or hears it. Do not open it and do not read it.
sheet-do-silent = Do not ask about it, and do not say what you think it is about. Nobody may make the person open it in front of others.
sheet-do-language = If the list says interpreter or audio: let the person make a private call to the phone number in the letter. No guard and no other detained person may read it out or interpret.
sheet-do-sign = Tick one box in each line. If the envelope was handed over, let the person sign. A mark or a cross is enough. Who does not want to sign may have the letter all the same.
sheet-do-back = Send this sheet back to { $post }, with every envelope that was not handed over, closed. Do not copy this sheet, and do not leave it lying about.

sheet-number = No.
sheet-who = Name and birth date
sheet-language = Language
sheet-came = Tick one
sheet-sign = Signature

sheet-born = Born { $date }
sheet-born-unknown = Birth date not known: ask for other papers
sheet-name-unknown = Name not known: hand nothing over
sheet-name-unprintable = The name cannot be printed here: see the envelope
sheet-language-unknown = Not known
sheet-letter-in = Letter in { $language }
sheet-cannot-read = Cannot read: interpreter or audio
sheet-interpreter = Interpreter or audio

sheet-handed = Handed over
sheet-refused = Did not want it
sheet-absent = Not met this time
sheet-moved = Moved elsewhere
sheet-released = Released
sheet-removed = Deported
sheet-sign-here = Sign here
sheet-sign-date = Date
sheet-by = Handed over by (name, signature, date)

## Dates, as in the catalogs.

months = cldr
