"""Federal Register: presidential documents and notices that name a policy.

site: https://www.federalregister.gov/developers/documentation/api/v1
terms: US government work, public domain
key: none
pace: 2 a second
"""

from __future__ import annotations

from collections.abc import Iterator

from etl.records import Policy
from etl.sources import Document, Failure, Here, answer
from etl.web import Failed, Unreachable

BASE = "https://www.federalregister.gov/api/v1"
PACE_S = 0.5
FIELDS = [
    "document_number",
    "type",
    "subtype",
    "title",
    "abstract",
    "citation",
    "publication_date",
    "signing_date",
    "html_url",
    "agency_names",
    "presidential_document_number",
    "president",
]


def ask(here: Here) -> Iterator[Document | Failure]:
    """Yield one search answer per policy: waivers came as PRESDOCU and as NOTICE, so both."""
    url = f"{here.base}/documents.json"
    for policy in here.policies:
        asked: dict[str, str | list[str]] = {
            "conditions[term]": f'"{search_name(policy)}"',
            "conditions[type][]": ["NOTICE", "PRESDOCU"],
            "fields[]": FIELDS,
            "per_page": "1000",
            "order": "newest",
        }
        try:
            reply = here.web.get(url, asked)
        except Unreachable as error:
            yield Failure("all documents", str(error))
            return
        except Failed as error:
            yield Failure(policy.policy_id, str(error))
            continue
        yield answer(f"{policy.policy_id}.json", reply.url, reply, "federal_register")


def search_name(policy: Policy) -> str:
    """Return the name to search for: the first of three words that needs no context.

    Shorter names (CAATSA, KOSA) are what the press says; the Register spells them out.
    """
    strong = [a.text for a in policy.aliases if a.strong and a.language == "en"]
    spelt = [name for name in strong if len(name.split()) >= 3]
    return next(iter(spelt), policy.name)
