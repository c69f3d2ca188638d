"""The states by name and by the abbreviations the press uses, each with its two letters."""

from __future__ import annotations

_TOLD = (
    "AL alabama ala;AK alaska;AZ arizona ariz;AR arkansas ark;CA california calif;CO colorado colo;"
    "CT connecticut conn;DE delaware del;FL florida fla;GA georgia ga;HI hawaii;ID idaho;"
    "IL illinois ill;IN indiana ind;IA iowa;KS kansas kan;KY kentucky ky;LA louisiana la;ME maine;"
    "MD maryland md;MA massachusetts mass;MI michigan mich;MN minnesota minn;MS mississippi miss;"
    "MO missouri mo;MT montana mont;NE nebraska neb;NV nevada nev;NH new_hampshire nh;"
    "NJ new_jersey nj;NM new_mexico nm;NY new_york ny;NC north_carolina nc;ND north_dakota nd;"
    "OH ohio;OK oklahoma okla;OR oregon ore;PA pennsylvania pa;RI rhode_island ri;"
    "SC south_carolina sc;SD south_dakota sd;TN tennessee tenn;TX texas tex;UT utah;VT vermont vt;"
    "VA virginia va;WA washington wash;WV west_virginia wva;WI wisconsin wis;WY wyoming wyo;"
    "DC district_of_columbia;PR puerto_rico;GU guam"
)
STATES = {
    name.replace("_", " "): told.split()[0]
    for told in _TOLD.split(";")
    for name in (*told.split()[1:], told.split()[0].casefold())
}
# How the press cuts them short: "Calif.", "Pa."
SHORT = frozenset(name for told in _TOLD.split(";") for name in told.split()[2:])
