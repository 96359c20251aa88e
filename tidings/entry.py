from tidings.ledger.entry import *  # SHIM until helper-1 is done
from tidings.ledger.entry import _CODE, _MAX_CODE_DIGITS, _code


def may_be_recorded(code: str) -> bool:
    return _code(code) is not None
