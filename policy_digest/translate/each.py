"""Of how many a figure is told: so many of each place, of each of the things listed, or held so often in a row."""

import re

from policy_digest.model import Observation, Text
from policy_digest.numerals import DIGITS

OF_EACH = Text("各自", "each", "generated")

_PLACES = {
    "县(市、区)": "county or district",
    "县市区": "county or district",
    "县区": "county or district",
    "区县": "district or county",
    "市县": "city or county",
    "县": "county",
    "乡镇": "township",
    "镇": "town",
    "村": "village",
    "社区": "community",
    "区": "district",
    "街道": "subdistrict",
    "市": "city",
    "学校": "school",
    "企业": "enterprise",
    "户": "household",
}
_HALF, _FULL = str.maketrans("（）", "()"), str.maketrans("()", "（）")
_OF = "|".join(re.escape(place) for place in _PLACES)
_EACH_PLACE = re.compile(
    f"每个?(?:脱贫|试点|示范|行政|建制|涉农)?(?P<of>{_OF})(?:至少|均|都|重点|要|分别)*(?=[建打培做创配设发选确保有新引]|$)"
)
_LISTED = re.compile(
    "(?:、|和|及|与)[^,，、。0-9]{2,20}(?<!在)(?<!从)(?<!为)(?<!对)各(?:建[成设]|新建|培育|打造|有|约|近|达)*$"
)
"""Things told in a list of each of which there are so many (实验室、工程中心各20家)."""

_DOERS = re.compile(
    f"(?:^|[,，])(?:支持|鼓励|引导|指导|推动|督促|帮助|组织|要求)?各(?P<of>{_OF})[^,，、0-9]{{0,10}}(?:、[^,，、0-9]{{1,10}})*"
    "(?:[,，](?!全[国省市县区])[^,，0-9]{0,12})?$"
)
"""Places that are to do something, the figure the first that is told of it (支持各县错位发展，做强1—2个产业)."""

_IN_ALL = re.compile("共|累计|合计|总计|总量|全[国省市县区州乡镇]")
_FEW = 3
_IN_A_ROW = re.compile(
    r"连续(?P<number>\d{1,2}|[两三四五六七八九十])(?P<unit>年|个?季度|个月)[^,，0-9升降进移跃提]{0,6}$"
)
_TIMES = {"年": "years", "季度": "quarters", "个季度": "quarters", "个月": "months"}


def each(observation: Observation, clause: str, before: str) -> Text | None:
    """Whether so many are told of each place or thing; ``before`` is all that its part of the sentence tells before.

    What places are to do is told of each only as a range or a few: more are what all of them do together.
    """
    clause, before = clause.translate(_HALF), before.translate(_HALF)
    if observation.kind != "count" or "每" in observation.indicator.name_zh:
        return None
    if found := _EACH_PLACE.search(clause):
        return _per(found)
    if _LISTED.search(clause):
        return OF_EACH
    is_few = observation.nature == "target" and (observation.obs_value or _FEW + 1) <= _FEW
    doers = _DOERS.search(before) if observation.bound == "range" or is_few else None
    return _per(doers) if doers and not _IN_ALL.search(before, doers.start()) else None


def _per(found: re.Match[str]) -> Text:
    return Text(f"每{found['of'].translate(_FULL)}", f"per {_PLACES[found['of']]}", "generated")


def in_a_row(observation: Observation, clause: str) -> Text | None:
    """How long in a row a rank was held (连续11个季度)."""
    found = _IN_A_ROW.search(clause) if observation.kind == "rank" else None
    if found is None:
        return None
    number = found["number"] if found["number"].isdigit() else str(DIGITS.get(found["number"], 10))
    told = f"连续{found['number']}{found['unit']}"
    return Text(told, f"{number} {_TIMES[found['unit']]} in a row", "generated")
