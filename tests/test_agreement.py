"""A translation has the figures of its Chinese, by value, and no others."""

from collections.abc import Sequence
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_digest import lexicon
from policy_digest.checks import faults_of
from policy_digest.checks.agreement import disagreement
from policy_digest.checks.numbers_en import SCALES, TELLING, WORDS
from policy_digest.errors import FaultsError
from policy_digest.model import Text
from policy_digest.read import read_translations

I18N = Path(__file__).resolve().parent.parent / "i18n" / "en"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

AGREE = [
    ("柳河乡有78个党支部", "Liuhe Township has 78 Party branches"),
    ("完成税收9.15亿元，同比增长5.2%", "Tax revenue came to CNY 915 million, up 5.2 per cent"),
    ("完成税收9.15 亿元", "Tax revenue came to CNY 0.915 billion"),
    ("播种4.02万亩", "40,200 mu sown"),
    ("播种4.02万亩", "40,200 mu (2,680 ha) sown"),
    ("播种44312.4亩", "2,954 hectares sown"),
    ("产粮1000斤", "500 kg of grain"),
    ("产粮1.2万亿斤", "600 million tonnes of grain"),
    ("超过万亿斤", "Over 500 million tonnes"),
    ("减税3万多亿元", "Over 3 trillion yuan of taxes cut"),
    ("新增1万6千多户", "More than 16,000 added"),
    ("出游1亿3千多万人次", "Over 130 million trips"),
    ("建成2万5千公里", "25,000 km built"),
    ("每斤提高0.11元", "Raised by 0.22 yuan per kilogram"),
    ("每斤提高3分", "Raised by 0.06 yuan per kilogram"),
    ("广义货币M2增长13%", "Broad money supply (M2) grew by 13%"),
    ("广义货币增长13%", "In 2016, broad money supply grew by 13%"),
    ("年均增长5%", "Up by an annual average of 5% over the past five years"),
    ("在柳溪等11个村设点", "Set up in Liuxi and 10 other villages"),
    ("标准提高1倍", "The rate was doubled"),
    ("是上年的2.2倍", "An increase of 120% over the year before"),
    ("全部收集", "100 percent collected"),
    ("不足1年的", "Those of less than a year"),
    ("100万元至300万元部分", "Between one million and three million yuan"),
    ("落实两项补贴", "Living allowances and nursing subsidies are paid"),
    ("抓好水利建设", "Third, water conservancy is to be improved"),
    ("育苗1000万株", "10 million seedlings"),
    ("发放补贴50余万元", "Over CNY 500,000 paid out"),
    ("修路3千米", "3 km of road"),
    ("达到３２个", "32 in all"),
    ("12345热线", "The 12345 hotline"),
    ("“4F”工作法", "“4F” working method"),
    ("PM2.5浓度", "PM2.5 concentration"),
    ("5A级景区", "A 5A scenic area"),
    ("AAAA级景区", "A 4A scenic area"),
    ("2024年1至11月，新增3144家", "From January to November 2024, 3,144 were added"),
    ("2024年1至11月", "In the first eleven months of 2024"),
    ("前11个月", "In the first 11 months"),
    ("2024年11月30日", "30 November 2024"),
    ("2024.11.30", "30 Nov. 2024"),
    ("二〇二四年", "2024"),
    ("下半年", "The second half of the year"),
    ("90年代的90后", "Those born in the 1990s, in the 1990s"),
    ("“十四五”规划", "The 14th Five-Year Plan"),
    ("第二十三届", "The twenty-third"),
    ("第3名", "Third place"),
    ("五家企业、十个村", "Ten villages and 5 enterprises"),
    ("一百二十户", "One hundred and twenty households"),
    ("一千零五个", "1,005"),
    ("三千五百万元", "CNY 35 million"),
    ("投资三千五", "3,500 invested"),
    ("三亿五千万元", "CNY 350 million"),
    ("两万亿元", "CNY 2 trillion"),
    ("千亿级产业集群", "A CNY 100-billion industrial cluster"),
    ("近百人", "Nearly one hundred people"),
    ("百分之五", "5 percent"),
    ("百分之百", "In full"),
    ("三点五亿元", "CNY 350 million"),
    ("占八成以上", "Over 80%"),
    ("增长2.3倍", "Up 230%"),
    ("历时1个半月，即2年半", "1.5 months, or 2.5 years"),
    ("12、15和18亿元", "CNY 1.2, 1.5 and 1.8 billion"),
    ("12、15和18亿元", "CNY 1.2 billion, CNY 1.5 billion and CNY 1.8 billion"),
    ("3-5万人", "30,000–50,000 people"),
    ("“一冰一水”双奥课程", "“One ice, one water” dual-Olympics course"),
    ("一心一核，三区多点，双环串联", "One centre and one core, three zones and many points, linked by two rings"),
    ("一街村党群服务站", "Yijie Village service station"),
    ("打通“最后一公里”", "The “last mile”"),
    ("“一带一路”与“三农”", "Belt and Road, and agriculture, villages and farmers"),
    ("三三两两", "In small groups"),
    ("十一黄金周", "National Day week"),
    ("两个社区", "Both communities"),
    ("推进工作", "One of the first steps; a single plan may do"),
    ("位居榜首", "Ranked 1st"),
    ("下午五点三十分", "5:30 p.m."),
    ("新冠肺炎疫情", "COVID-19"),
    ("每平方米", "Per m2"),
    ("新建8000万亩", "5.33 million hectares"),
    ("采取措施", "With these two steps"),
    ("三项任务", "Three tasks: 1) roads, 2) schools"),
    ("覆盖率100%", "All are covered"),
    ("20世纪80年代", "The 1980s"),
    ("规模以上工业企业", "Industrial firms with a revenue of 20 million yuan or more"),
    ("三百六十行", "All trades"),
    ("24小时值守", "Staffed round the clock"),
]

DISAGREE: list[tuple[str, str, Sequence[str], Sequence[str]]] = [
    ("柳河乡有78个党支部", "All 87 Party branches", ["78"], ["87"]),
    ("柳河乡有78个党支部", "All Party branches", ["78"], []),
    ("柳河乡的党支部", "All 78 Party branches", [], ["78"]),
    ("税收9.15亿元", "Tax revenue of CNY 9.15 billion", ["9.15亿"], ["9.15 billion"]),
    ("税收9.15亿元", "Tax revenue of CNY 9.15", ["9.15亿"], ["9.15"]),
    ("播种4.02万亩", "4.02 thousand mu", ["4.02万"], ["4.02 thousand"]),
    ("播种4.02万亩", "40,200 mu (2,860 ha)", [], ["2,860"]),
    ("播种4.02万公顷", "2,680 ha", ["4.02万"], ["2,680"]),
    ("新建三个公园", "New parks", ["三"], []),
    ("新建三个公园", "Four new parks", ["三"], ["Four"]),
    ("2024年10月", "November 2024", ["10"], []),
    ("2024年10月", "October 2023", ["2024"], ["2023"]),
    ("产粮1.2万亿斤", "60 million tonnes of grain", ["1.2万亿"], ["60 million"]),
    ("减税3万多亿元", "Over 30 billion yuan of taxes cut", ["3万多亿"], ["30 billion"]),
    ("新增1万6千多户", "More than 10,600 added", ["1万6千"], ["10,600"]),
    ("在柳溪等11个村设点", "Set up in Liuxi and 9 other villages", ["11"], ["9"]),
    ("增长13%", "Up 13% in 2016, to five billion", [], ["five billion"]),
    ("“四位一体”机制", "“Five-in-one” mechanism", [], ["Five"]),
    ("12345热线", "12346 hotline", ["12345"], ["12346"]),
    ("“4F”工作法", "“5F” working method", ["4"], ["5"]),
    ("第二十三届", "The thirty-second", ["二十三"], ["thirty-second"]),
    ("增长5.2%", "Up 2.5%", ["5.2"], ["2.5"]),
    ("财政赤字规模", "A deficit of 2015 yuan", [], ["2015"]),
    ("增加73万，达到117万", "Up by 730 to 1.17 million", ["73万"], ["730"]),
    ("采取措施，共两步", "With three steps", [], ["three"]),
    ("产粮8000亩", "5.4 hectares", ["8000"], ["5.4"]),
    ("新建8000万亩", "5.34 million hectares", ["8000万"], ["5.34 million"]),
    ("达12，345家参加", "12,345", ["12", "345"], ["12,345"]),
]


@pytest.mark.parametrize(("zh", "en"), AGREE, ids=[f"{zh} = {en}" for zh, en in AGREE])
def test_the_same_figures_agree_however_they_are_said(zh: str, en: str) -> None:
    assert disagreement(zh, en) == ((), ())


@pytest.mark.parametrize(("zh", "en", "lacking", "added"), DISAGREE, ids=[f"{row[0]} ≠ {row[1]}" for row in DISAGREE])
def test_another_figure_is_told_with_the_one_it_stands_for(
    zh: str, en: str, lacking: Sequence[str], added: Sequence[str]
) -> None:
    assert disagreement(zh, en) == (tuple(lacking), tuple(added))


def test_a_line_of_ten_thousand_numerals_is_quick() -> None:
    assert disagreement("一二三四五六七八九十" * 1000, "") == ((), ())


ENGLISH = st.lists(
    st.sampled_from(
        [*WORDS, *SCALES, *TELLING, "and", ",", "-", "%", "of", "3", "1,200", "4.5", "2019", "th", "$", "(", ")"]
    ),
    max_size=12,
)
CHINESE = st.text(alphabet="0123456789一二十百千万亿两半余多几年月日亩斤元%个第分之点、，至.,双番成倍", max_size=25)


@given(zh=CHINESE, en=ENGLISH)
def test_no_numbers_are_too_odd_to_be_read(zh: str, en: list[str]) -> None:
    assert faults_of(zh, " ".join(en), lexicon.load()) == faults_of(zh, " ".join(en), lexicon.load())


def entry(en: str, above: str = "") -> str:
    return f'{HEADER}{above}msgctxt "heading"\nmsgid "全镇78个党支部"\nmsgstr "{en}"\n'


def test_a_wrong_figure_in_a_translation_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "qinghe-2024.po"
    path.write_text(entry("All 87 Party branches"), encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        read_translations(tmp_path)
    assert str(caught.value) == (
        f"{path}:5: found a translation without 78 and with 87: 'All 87 Party branches', "
        "expected the figures, terms and names of '全镇78个党支部' and no others"
    )


@pytest.mark.parametrize(
    ("en", "shown", "status"),
    [("All 87 Party branches", None, "missing"), ("All 78 Party branches", "All 78 Party branches", "machine")],
)
def test_a_fuzzy_translation_with_a_wrong_figure_is_withheld(
    tmp_path: Path, en: str, shown: str | None, status: str
) -> None:
    (tmp_path / "qinghe-2024.po").write_text(entry(en, "#, fuzzy\n"), encoding="utf-8")
    text = read_translations(tmp_path).by_slug["qinghe-2024"]["heading", "全镇78个党支部"]
    assert text == Text("全镇78个党支部", shown, status)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", sorted(I18N.glob("*-20*.po")), ids=lambda path: path.stem)
def test_no_translation_of_the_project_says_another_figure(path: Path) -> None:
    entries = [e for e in polib.pofile(str(path)) if e.msgstr and not e.obsolete]
    wrong = [e.msgid for e in entries if disagreement(e.msgid, e.msgstr) != ((), ())]
    assert (bool(entries), wrong) == (True, [])
