"""How many digits a currency has after the point (ISO 4217, table A.1)."""

from __future__ import annotations

_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split()
_THREE = "BHD IQD JOD KWD LYD OMR TND".split()
_FOUR = "CLF UYW".split()


def digits(currency: str) -> int:
    """The minor digits of a currency code: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code that is not known."""
    code = currency.upper()
    return 0 if code in _NONE else 3 if code in _THREE else 4 if code in _FOUR else 2
