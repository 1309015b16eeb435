"""What a PDF says of itself to machines: its XMP with the claims to be accessible and archivable, its output intent."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from functools import cache
from html import escape  # that of xml.sax brings half of the network library in

import attrs
import pikepdf

from brm_app.resources import resource

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FROM_INFO = "(\\d{4})(\\d\\d)(\\d\\d)"
# PDF/A wants every schema described that it doesn't know itself; PDF/UA's is such a one.
_DESCRIBED = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


@attrs.frozen(kw_only=True)
class Claims:
    """What a file claims: PDF/UA-1 as `accessible`, PDF/A-3a as `archivable`."""

    accessible: bool
    archivable: bool


WHOLE = Claims(accessible=True, archivable=True)
LOCKED = Claims(accessible=True, archivable=False)  # nothing behind a password is for an archive
NONE = Claims(accessible=False, archivable=False)  # pages of others are as they are


def _day(info: Mapping[str, str], key: str) -> str:
    """A date of the document's properties as XMP writes it."""
    match = re.search(_FROM_INFO, info.get(key, ""))
    return "-".join(match.groups()) + "T00:00:00Z" if match else ""


def _one(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _listed(name: str, kind: str, text: str, about: str = "") -> str:
    return f"<{name}><rdf:{kind}><rdf:li{about}>{escape(text)}</rdf:li></rdf:{kind}></{name}>" if text else ""


def packet(info: Mapping[str, str], language: str, claims: Claims) -> bytes:
    """The XMP: what the properties say, word for word, and the claims."""
    default = " xml:lang='x-default'"
    spaces = "".join(f" xmlns:{name}='{address}'" for name, address in _SPACES.items())
    said = [
        _listed("dc:title", "Alt", info.get("/Title", ""), default),
        _listed("dc:creator", "Seq", info.get("/Author", "")),
        _listed("dc:description", "Alt", info.get("/Subject", ""), default),
        _listed("dc:language", "Bag", language),
        _one("pdf:Producer", info.get("/Producer", "")),
        _one("pdf:Keywords", info.get("/Keywords", "")),
        _one("xmp:CreatorTool", info.get("/Creator", "")),
        _one("xmp:CreateDate", _day(info, "/CreationDate")),
        _one("xmp:ModifyDate", _day(info, "/ModDate")),
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" if claims.archivable else "",
        "<pdfuaid:part>1</pdfuaid:part>" + _DESCRIBED if claims.accessible else "",
    ]
    body = f"<rdf:Description rdf:about=''{spaces}>{''.join(said)}</rdf:Description>"
    whole = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='{_RDF}'>{body}</rdf:RDF></x:xmpmeta>"
    return f"<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>{whole}<?xpacket end='r'?>".encode()


@cache
def profile() -> bytes:
    """Colours mean sRGB: always the same profile, for one made anew carries the date."""
    return zlib.compress(resource("colour", "sRGB.icc").read_bytes(), 9)


def claim(pdf: pikepdf.Pdf, claims: Claims) -> None:
    """Write these claims in place of those that the file makes."""
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    told = packet(info, str(pdf.Root.get("/Lang", "")), claims)
    pdf.Root.Metadata = pdf.make_stream(told, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
