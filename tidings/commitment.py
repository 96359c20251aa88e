from tidings.ledger.commitment import *
