"""English names of deeds, of people helped, of shares, of ranks: what was done, is being done, and to whom."""

import pytest
from made_reviews import made_article
from test_compose import named

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.model import BilingualRow, Translations
from policy_digest.translate import translate


def rows_of(sentence: str) -> list[BilingualRow]:
    """The rows of one sentence, with no translation stored."""
    words = lexicon.load()
    made = digest(extract(made_article(f"# 经济\n{sentence}\n"), words), words)
    return [row for section in translate(made, Translations({}, {}), words).sections for row in section.rows]


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("加快建设的水库数", "Reservoirs under accelerated construction"),
        ("在建的桥梁数", "Bridges under construction"),
        ("推进的项目数", "Projects being advanced"),
        ("加快推进的项目数", "Projects being accelerated"),
        ("新建水库数", "Reservoirs newly built"),
        ("打造医共体升级版数", "Medical consortium upgraded versions created"),
        ("新增产业强镇数", "Towns strong in their industries added"),
        ("新增工业强镇数", "Industrial strong towns added"),
        ("完成生活污水治理的村庄数", "Villages with domestic sewage treated"),
        ("完成改造的小区数", "Residential communities renovated"),
        ("开展医共体建设的县数", "Counties with medical consortium construction carried out"),
        ("解决留守老人用餐问题人数", "Left-behind elderly people with meal problems resolved"),
        ("帮扶残疾人就业创业人数", "People with disabilities assisted in entering employment or entrepreneurship"),
        ("选派医护人员驰援人数", "People with medical worker rescue support sent"),
        ("千亿级投资规模的化工项目数", "Chemical projects with 100-billion-yuan investment scale"),
        ("纳入白名单的房地产项目数", "Real estate projects included in whitelists"),
        ("入选国家目录的品种数", "Varieties selected for national catalogues"),
        ("资助困难家庭高校新生数", "New university students from families in difficulty aided"),
        ("通高速公路县数", "Counties having expressway access"),
        ("特困人员户数", "Households in extreme poverty"),
        ("残疾人户数", "People with disabilities"),
        ("违建清零的乡镇数", "Townships with illegal structures cleared"),
        ("高速项目开工的县数", "Counties with expressway projects started"),
        ("政府建设的学校数", "Schools built by governments"),
        ("提升办学能力的普通高中数", "Regular senior secondary schools with school capacity improved"),
        ("启动招标的老街数", "Old streets with tenders launched"),
        ("产值两位数增长的产业链数", "Industrial chains with double-digit growth in output value"),
        ("获得国家、国际大奖的纪录片数", "Documentaries winning national and international awards"),
        ("建设公办幼儿园和认定民办幼儿园数", "Public kindergartens built and private kindergartens recognised"),
        ("新建改造供热、供排水管网数", "Heating and water supply and drainage pipe networks built or renovated"),
        ("成交绿证张数", "Green electricity certificates sold"),
        ("养蚕张数", "Sheets (sericulture)"),
    ],
)
def test_a_deed_is_told_as_it_stands(name: str, english: str) -> None:
    """What goes on is no finished deed; what a deed was done to is not who did it."""
    assert named(name, is_count=True) == (english, "generated")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("农膜处置率", "Agricultural plastic film disposal rate"),
        ("地膜处置率", "Plastic mulch disposal rate"),
        ("人工造林面积", "Area of afforestation by planting"),
        ("人工林面积", "Area of planted forests"),
        ("文旅产业增加值", "Value added of culture and tourism industries"),
        ("农村自来水、卫生户厕普及率", "Coverage rate of rural tap water and sanitary household toilets"),
        ("卫生户厕普及率", "Coverage rate of sanitary household toilets"),
        ("学前教育普及率", "Preschool education coverage rate"),
        ("能源重点领域项目投资", "Investment in energy projects in key fields"),
        ("省级重点项目投资增速", "Growth of investment in provincial-level key projects"),
        ("中央企业投资", "Central state-owned enterprise investment"),
        ("中央政府公共投资", "Central government public investment"),
        ("签约省外项目到位资金", "Funds in place for signed projects from outside the province"),
        ("机电产品出口占比", "Mechanical and electrical products as a share of exports"),
        ("企业出口占比", "Share of enterprise exports"),
        ("开发区规上工业增加值", "Value added of industry above the designated size in development zones"),
        ("省级重点产业链营收", "Operating revenue of provincial-level key industrial chains"),
        ("高标准农田建设管理条例", "High-standard farmland development regulations"),
        ("高标准农田建设", "Development of high-standard farmland"),
        ("炼钢先进产能占比", "Advanced capacity as a share of steelmaking capacity"),
        ("先进产能占比", "Share of advanced capacity"),
    ],
)
def test_a_measure_is_told_of_its_thing(name: str, english: str) -> None:
    assert named(name) == (english, "generated")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("魆黩和平广场项目投资", "Investment in [魆黩和平 Xuduheping] square projects"),
        ("与会人员数", "[与会 Yuhui] personnel"),
        ("共和乡人口", "[共和 Gonghe] township population"),
        ("公园和平台数", "Parks and platforms"),
    ],
)
def test_a_word_is_not_torn_at_an_and_within_it(name: str, english: str) -> None:
    assert named(name, is_count=True)[0] == english


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("青石县在全省率先出台河道管理条例。", "River channel regulations introduced", "the first in the province"),
        ("青石县粮食产量居全省第一。", "Rank by grain output", "1st in the province"),
        ("青石县粮食产量达到历史最高水平。", "Grain output", "the highest"),
        ("青石县粮食单产全省最高。", "Rank by grain yield", "the highest in the province"),
        (
            "改造城镇老旧小区10万户。",
            "Households with urban old residential communities renovated",
            "100,000 households",
        ),
        (
            "3个省级区域医疗中心加快建设。",
            "Provincial-level regional medical centres under accelerated construction",
            "3",
        ),
        ("建成省级区域医疗中心3个。", "Provincial-level regional medical centres completed", "3"),
        ("净增涉税主体24.8万户。", "Net increase in taxable entities", "248,000 entities"),
        ("新增高新技术企业15家。", "New and high-tech enterprises added", "15 high-tech enterprises"),
        ("新认定高新技术企业15家。", "Newly recognised high-tech enterprises", "15 high-tech enterprises"),
        ("办理政协提案15件。", "CPPCC proposals handled", "15"),
        ("政协委员提出提案15件。", "Proposals", "15"),
        (
            "完成26个行政村生活污水治理。",
            "Administrative villages with domestic sewage treated",
            "26 administrative villages",
        ),
        ("医疗机构检查检验结果互认项目236个。", "Mutually recognised medical test items", "236 items"),
        ("新增减税降费及退税10亿元。", "Tax and fee relief and tax refunds added", "CNY 1 billion"),
    ],
)
def test_a_row_tells_the_deed_and_what_is_counted(sentence: str, name: str, value: str) -> None:
    told = [(row.name.en, row.value.en) for row in rows_of(sentence)]
    assert told == [(name, value)]
