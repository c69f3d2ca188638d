"""The three letters by which GDELT names the language an article was translated from."""

from __future__ import annotations

# ISO 639-2 and 639-3 to ISO 639-1; both forms where there are two.
_PAIRS = (
    "afr:af sqi:sq alb:sq amh:am ara:ar hye:hy arm:hy aze:az eus:eu baq:eu bel:be ben:bn "
    "bos:bs bul:bg mya:my bur:my cat:ca zho:zh chi:zh hrv:hr ces:cs cze:cs dan:da nld:nl "
    "dut:nl eng:en est:et fas:fa per:fa fin:fi fra:fr fre:fr glg:gl kat:ka geo:ka deu:de "
    "ger:de ell:el gre:el guj:gu heb:he hin:hi hun:hu isl:is ice:is ind:id gle:ga ita:it "
    "jpn:ja kan:kn kaz:kk khm:km kor:ko kur:ku kir:ky lao:lo lav:lv lit:lt mkd:mk mac:mk "
    "msa:ms may:ms mal:ml mar:mr mon:mn nep:ne nor:no nob:no pus:ps pol:pl por:pt pan:pa "
    "ron:ro rum:ro rus:ru srp:sr sin:si slk:sk slo:sk slv:sl som:so spa:es swa:sw swe:sv "
    "tgl:tl tgk:tg tam:ta tat:tt tel:te tha:th bod:bo tur:tr tuk:tk ukr:uk urd:ur uzb:uz "
    "vie:vi cym:cy wel:cy yid:yi zul:zu "
)
LANGUAGES = dict(pair.split(":") for pair in _PAIRS.split())
