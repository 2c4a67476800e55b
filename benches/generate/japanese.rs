//! Japanese prose: a small grammar over a vocabulary, frequent words first.

use super::dice::Dice;
use super::names;

/// Adds a sentence.
pub(super) fn sentence(dice: &mut Dice, out: &mut String) {
    if dice.percent(35) {
        out.push_str(dice.word(OPENINGS));
        out.push('、');
    }
    phrase(dice, out);
    out.push_str(dice.word(TOPIC_MARKS));
    for _ in 0..dice.below(3) {
        phrase(dice, out);
        out.push_str(dice.word(PARTICLES));
    }
    if dice.percent(40) {
        phrase(dice, out);
        out.push('を');
        out.push_str(dice.word(DEEDS));
        out.push_str(dice.word(JOINTS));
    }
    phrase(dice, out);
    out.push('を');
    out.push_str(dice.word(DEEDS));
    out.push_str(dice.word(ENDINGS));
    out.push('。');
}

fn phrase(dice: &mut Dice, out: &mut String) {
    match dice.below(20) {
        0 => names::rare_kana(dice, out),
        1 => {
            out.push_str(&dice.between(2, 900).to_string());
            out.push_str(dice.any(&["件の", "隻の", "名の", "万ドルの"]));
            out.push_str(dice.word(NOUNS));
        }
        2 => {
            out.push('第');
            out.push_str(&dice.between(1, 40).to_string());
            out.push_str(dice.any(&["条", "項", "回会合", "議題"]));
        }
        _ => noun(dice, out),
    }
}

fn noun(dice: &mut Dice, out: &mut String) {
    if dice.percent(30) {
        out.push_str(dice.word(ATTRIBUTES));
    }
    if dice.percent(45) {
        out.push_str(dice.word(NOUNS));
        out.push('の');
    }
    out.push_str(dice.word(NOUNS));
}

/// The phrase of a title: 「沿岸漁業協定」.
pub(super) fn title(dice: &mut Dice, out: &mut String) {
    out.push_str(dice.any(NOUNS));
    out.push_str(dice.any(NOUNS));
}

const OPENINGS: &[&str] = &[
    "また",
    "これに対し",
    "なお",
    "一方",
    "さらに",
    "他方",
    "この点について",
    "前述のとおり",
    "今後とも",
    "席上",
    "冒頭",
    "右に関連して",
    "その結果",
];

const TOPIC_MARKS: &[&str] =
    &["は、", "は", "が", "としては、", "においては、", "に関しては、"];

const PARTICLES: &[&str] = &[
    "について",
    "により",
    "に対し",
    "との間で",
    "のために",
    "において",
    "を通じて",
    "とともに",
];

const JOINTS: &[&str] =
    &["し、", "するとともに、", "したが、", "するため、", "した上で、", "せず、"];

const ENDINGS: &[&str] = &[
    "した",
    "する",
    "することとした",
    "することで一致した",
    "すると述べた",
    "している",
    "する用意がある",
    "すべきである",
    "するよう要請した",
    "しなければならない",
    "したい旨申し入れた",
    "したところである",
];

#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "新たな", "両国の", "国際的な", "重要な", "共同の", "具体的な", "平和的な",
    "経済的な", "必要な", "相互の", "地域の", "包括的な", "暫定的な", "緊密な",
    "実質的な", "早期の", "友好的な", "技術的な", "非公式の", "建設的な", "北方の",
    "沿岸の", "多角的な",
];

#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "検討", "表明", "確認", "協議", "支持", "説明", "要請", "歓迎", "実施", "締結",
    "推進", "強調", "提案", "署名", "決定", "承認", "報告", "指摘", "強化", "尊重",
    "交換", "再確認", "延期", "採択", "批准", "開始", "維持", "提出", "通報", "受諾",
    "促進", "評価", "拒否", "修正", "撤回", "審議", "留保", "調整", "廃棄", "寄託",
    "勧告", "監視", "仲介", "起草",
];

#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "政府", "協定", "会談", "問題", "両国", "大臣", "関係", "条約", "協力", "交渉",
    "会議", "大使", "声明", "安全", "平和", "経済", "提案", "国際社会", "外務省",
    "委員会", "代表団", "援助", "貿易", "計画", "方針", "決議", "措置", "電報", "漁業",
    "領土", "国境", "首脳", "宣言", "議定書", "公使館", "草案", "覚書", "書簡", "合意",
    "協議", "立場", "原則", "憲章", "理事会", "総会", "事務局", "借款", "関税", "輸出",
    "輸入", "通商", "航空", "海運", "鉄道", "港湾", "農業", "工業", "資源", "石油",
    "石炭", "銅鉱", "木材", "綿花", "米穀", "肥料", "難民", "留学生", "文化財",
    "博物館", "大学", "病院", "防疫", "地震", "台風", "河川", "水資源", "海峡", "群島",
    "灯台", "税関", "仲裁", "裁判所", "判決", "恩赦", "旅券", "査証", "国勢調査",
    "憲法", "国民投票", "委任統治", "停戦", "軍縮", "核実験", "査察", "原子力",
    "人工衛星", "債権国", "公債", "補助金", "駐屯軍", "監視団", "特使", "附属書",
    "批准書", "口上書", "訓令", "暗号電", "随員", "全体会議", "報告者", "定足数",
    "署名国", "寄託者", "加入書", "付帯決議", "専管水域", "大陸棚", "測量船", "気象台",
    "検疫所", "郵便", "電信", "無線局", "商標", "特許", "著作権", "保険", "為替",
    "外貨", "賠償", "戦犯", "引揚者", "抑留者",
];
