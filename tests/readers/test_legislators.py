"""The list of members (made examples): columns by name, and a row that says nobody is told."""

from __future__ import annotations

import pytest

from etl.readers import legislators, reader_of
from etl.records import Legislator, Refused, Reject

HEAD = "last_name,first_name,middle_name,suffix,nickname,full_name,type,state,district,party,url"
LIST = f"""{HEAD},bioguide_id,new_column
Maker,Ada,,,,Ada Maker,rep,CA,1,Democrat,https://maker.example,M000001,x
Maker,Bob,B.,Jr.,Bo,,sen,NY,,Whig,,M000002,
Nobody,Ned,,,,Ned Nobody,rep,CA,2,Republican,,,
,,,,,,,,,,,,
"Old, Jr.",Cy,,,,,rep,AK,0,,,M000003,
"""


def read(text: str) -> list[Legislator | Reject]:
    assert reader_of("some.csv", text.encode()) == "legislators"
    return legislators.read("some.csv", text.encode())


def test_members_are_read_by_the_names_of_columns() -> None:
    ada, bob, nobody, cy = read(LIST)
    assert ada == Legislator(
        bioguide_id="M000001",
        first_name="Ada",
        last_name="Maker",
        full_name="Ada Maker",
        chamber="house",
        party="D",
        state="CA",
        district="1",
        url="https://maker.example",
    )
    assert isinstance(bob, Legislator)
    assert (bob.full_name, bob.chamber, bob.party) == ("Bob B. Maker Jr.", "senate", "Whig")
    assert (bob.district, bob.nickname) == (None, "Bo")
    assert nobody == Reject(place="row 4", reason="no bioguide_id: not known who it is of")
    assert isinstance(cy, Legislator)
    assert (cy.last_name, cy.district, cy.party) == ("Old, Jr.", "0", None)


def test_the_order_of_columns_and_a_byte_order_mark_do_not_matter() -> None:
    text = '\ufeff"bioguide_id",type,state,first_name,last_name\nM000001,gov,CA,Ada,Maker\n'
    (ada,) = read(text)
    assert isinstance(ada, Legislator)
    assert (ada.full_name, ada.chamber, ada.party) == ("Ada Maker", None, None)


@pytest.mark.parametrize("text", ["title,url,text\na,b,c\n", "bioguide_id,name\nM1,Ada\n", "{}"])
def test_other_tables_are_left_to_others(text: str) -> None:
    assert not legislators.reads("legislators-current.csv", text.encode())


def test_a_table_that_breaks_is_refused() -> None:
    with pytest.raises(Refused, match="damaged near line"):
        legislators.read("x.csv", (LIST + '"' + "x" * 200_000).encode())
