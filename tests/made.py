"""Files made for the tests: a bill, an article and a feed in the shape of real ones."""

from __future__ import annotations

ACTION = """<item><actionDate>{on}</actionDate><text>{text}</text><type>IntroReferral</type>
<actionCode>{code}</actionCode><sourceSystem><code>9</code><name>Library of Congress</name>
</sourceSystem></item>"""


def billstatus(
    number: int = 9001, congress: int = 119, title: str = "Made Bill Act", cosponsors: int = 2
) -> str:
    """Return a BILLSTATUS file (later 3.0.0) of a House bill that was introduced and passed."""
    actions = ACTION.format(on="2025-03-04", text="Passed House.", code="8000") + ACTION.format(
        on="2025-02-01", text="Introduced in House", code="1000"
    )
    names = "".join(
        f"<item><bioguideId>X{n:06d}</bioguideId><fullName>Rep. Made {n}</fullName>"
        f"<party>D</party><state>CA</state><district>{n + 1}</district>"
        "<sponsorshipDate>2025-02-03</sponsorshipDate>"
        "<isOriginalCosponsor>False</isOriginalCosponsor></item>"
        for n in range(cosponsors)
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<billStatus><version>3.0.0</version><bill><number>{number}</number>
<updateDate>2025-04-01T10:00:00Z</updateDate><originChamber>House</originChamber>
<type>HR</type><introducedDate>2025-02-01</introducedDate><congress>{congress}</congress>
<actions>{actions}</actions>
<sponsors><item><bioguideId>Z000001</bioguideId><fullName>Rep. Maker, Ada [D-CA-1]</fullName>
<party>D</party><state>CA</state><district>1</district><isByRequest>N</isByRequest></item></sponsors>
<cosponsors>{names}</cosponsors>
<policyArea><name>International Affairs</name></policyArea>
<title>{title}</title>
<latestAction><actionDate>2025-03-04</actionDate><text>Passed House.</text></latestAction>
</bill></billStatus>"""


ARTICLE = """ date 2026-02-03 Ada Maker, head of the Foreign Policy Institute, told The Made Times \
that Section 907 of the FREEDOM Support Act is unjust and should be repealed.

The institute works in Baku and in Washington."""

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Made News</title><link>https://made.example/</link>
<language>en</language>
<item><title>Lawmaker says Section 907 of the FREEDOM Support Act must stay</title>
<link>https://made.example/a?utm_source=rss</link>
<pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate>
<description>A member of Congress said Section 907 of the FREEDOM Support Act must be kept.
</description></item>
<item><title>=HYPERLINK("http://evil.example")</title><link>https://made.example/b</link>
<pubDate>sometime</pubDate><description>About nothing.</description></item>
</channel></rss>"""

CHALLENGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"

BILL_TEXT = """<?xml version="1.0"?>
<?xml-stylesheet type="text/xsl" href="billres.xsl"?>
<!DOCTYPE bill PUBLIC "-//US Congress//DTDs/bill.dtd//EN" "bill.dtd">
<bill bill-stage="{stage}" bill-type="olc" public-private="public">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dublinCore>
<dc:title>119 HR {number} IH: A made bill</dc:title><dc:date>2025-02-01</dc:date>
</dublinCore></metadata>
<form><congress>119th CONGRESS</congress><legis-num>H. R. {number}</legis-num>
<action><action-date date="20250203">February 3, 2025</action-date></action>
<official-title>{title}</official-title></form>
<legis-body><section><enum>1.</enum><header>Short title</header><text>This Act may be cited as
the <quote><short-title>Made Text Act</short-title></quote>.</text></section>
{body}</legis-body></bill>"""


def bill_text(
    body: str = "",
    number: int = 9001,
    title: str = "To do a made thing.",
    stage: str = "Introduced-in-House",
) -> str:
    """Return a House bill in GovInfo's bill mark-up; `body` holds its sections from the second."""
    return BILL_TEXT.format(body=body, number=number, title=title, stage=stage)
