//! `rolegate catalog diff`.

use serde_json::json;

use crate::util::{ADOBE, USERLIKE, parsed, rolegate, written};

#[test]
fn diff_says_in_words_what_changed() {
    let mut catalog = parsed(USERLIKE);
    catalog["label"]["de"] = json!("Userlike");
    let permission = json!({"id": "widgets.paint", "label": {"en": "Paint widgets"}, "values": "switch", "needs": ["flex"]});
    catalog["areas"][0]["permissions"]
        .as_array_mut()
        .unwrap()
        .insert(0, permission);
    let staff = catalog["roles"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|role| role["id"] == "staff")
        .unwrap();
    staff["values"]["widgets.paint"] = json!("on");
    staff["values"]["analytics"] = json!("read");
    staff["unlocked"]["analytics"] = json!(["off"]);
    staff["editable_by"] = json!({"any": [{"role": "owner"}, {"all": [{"self": true}, {"target_role": ["staff", "agent"]}]}]});
    let new = written("catalog-diff", &catalog);
    let ended = rolegate(&["catalog", "diff", USERLIKE, &new]);
    assert_eq!(
        ended.out,
        "\
catalog: label (de) was nothing, is `Userlike`
permission widgets.paint: added
permission widgets.paint: area is `general`
permission widgets.paint: kind is a switch
permission widgets.paint: label (en) is `Paint widgets`
permission widgets.paint: needs is `flex`
role staff: editable by was permission `roles` at `write`, is ((holders of no role but `agent`, `staff` and the person concerned) or role `owner`)
role staff: other values of analytics was `read`, `write`, is `off`
role staff: value of analytics was `off`, is `read`
role staff: value of widgets.paint was `off`, is `on`
"
    );
    ended.says_nothing_but(1);

    let back = rolegate(&["catalog", "diff", &new, USERLIKE]);
    assert!(
        back.out.contains("permission widgets.paint: removed\n"),
        "{}",
        back.out
    );
    assert!(!back.out.contains("value of widgets.paint"), "{}", back.out);
}

#[test]
fn diff_says_which_roles_tenants_may_add() {
    let mut catalog = parsed(USERLIKE);
    catalog["custom_roles"] = json!({"bases": ["staff", "agent"], "without_base": false, "needs": ["flex"],
        "editable_by": {"role": "owner"}});
    let new = written("catalog-diff-new-roles", &catalog);
    let ended = rolegate(&["catalog", "diff", USERLIKE, &new]);
    assert_eq!(
        ended.out,
        "\
new roles: bases was nothing, is `agent`, `staff`
new roles: editable by was nobody, is role `owner`
new roles: may be added was no, is yes
new roles: needs was nothing, is `flex`
"
    );
    catalog["custom_roles"] = json!({});
    let open = written("catalog-diff-new-roles-open", &catalog);
    let ended = rolegate(&["catalog", "diff", &new, &open]);
    assert_eq!(
        ended.out,
        "\
new roles: bases was `agent`, `staff`, is every role
new roles: editable by was role `owner`, is nobody
new roles: may have no base was no, is yes
new roles: needs was `flex`, is nothing
"
    );
}

#[test]
fn diff_knows_the_same_from_the_same_in_other_words() {
    assert_eq!(
        rolegate(&["catalog", "diff", ADOBE, ADOBE]).ok(),
        "the files are the same\n"
    );
    let compact = written("catalog-compact", &parsed(ADOBE));
    assert_eq!(
        rolegate(&["catalog", "diff", ADOBE, &compact]).ok(),
        "the catalogs say the same; the files differ in formatting or order only, and therefore in digest\n"
    );
}
