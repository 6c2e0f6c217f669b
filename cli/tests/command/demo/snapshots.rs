//! The snapshots that the demo signs.

use serde_json::json;

use crate::demo::Demo;
use crate::util::payload;

#[test]
fn everybodys_snapshot_is_good_on_every_package() {
    let demo = Demo::start("demo-everybody");
    let overview = demo.get("/api/demo").json();
    for product in overview["products"].as_array().unwrap() {
        for (person, package) in product["people"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|person| {
                product["packages"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(move |package| (person, package))
            })
        {
            assert!(person["label"]["en"].is_string() && package["label"]["en"].is_string());
            let [product, id, package_id] =
                [product, person, package].map(|named| named["id"].as_str().unwrap());
            let path =
                format!("/api/role-snapshot?product={product}&person={id}&package={package_id}");
            let response = demo.get(&path);
            assert_eq!(response.status, 200, "{path}");
            response.has("content-type: application/role-snapshot+jwt");
            response.has("cache-control: no-store");
            let claims = payload(&response.body);
            // Without the plan for it there is no role of the customer's own to hold.
            let mut memberships = person["memberships"].clone();
            if package["roles"].is_null() {
                for membership in memberships.as_array_mut().unwrap() {
                    let roles = membership["roles"].as_array_mut().unwrap();
                    roles.retain(|role| role != "contract-reviewer");
                }
            }
            assert_eq!(claims["memberships"], memberships);
            assert_eq!(claims["entitlements"], package["entitlements"]);
            let told = demo.verified(&response.body).ok();
            assert!(told.starts_with(&format!("person {id}\n")), "{told}");
        }
    }
}

#[test]
fn seq_rises_and_product_and_package_have_defaults() {
    let demo = Demo::start("demo-defaults");
    let [first, second] =
        [(); 2].map(|()| payload(&demo.get("/api/role-snapshot?person=genai-user").body));
    assert_eq!(first["catalog"]["id"], "adobe-dynamic-chat");
    assert_eq!(first["entitlements"], json!(["included"]));
    assert!(second["seq"].as_u64() > first["seq"].as_u64());
    let iat = first["iat"].as_u64().unwrap();
    assert_eq!(
        (first["exp"].clone(), first["refresh_after"].clone()),
        (json!(iat + 300), json!(iat + 150))
    );
}

#[test]
fn expired_snapshot_ran_out_ten_minutes_ago() {
    let demo = Demo::start("demo-expired");
    let now = || {
        let fresh = payload(&demo.get("/api/role-snapshot?person=live-agent").body);
        fresh["iat"].as_u64().unwrap()
    };
    let before = now();
    let token = demo
        .get("/api/role-snapshot?person=live-agent&package=prime&expired=true")
        .body;
    let after = now();
    let end = payload(&token)["exp"].as_u64().unwrap();
    assert!((before..=after).contains(&(end + 600)), "{end}");
    demo.verified(&token).ok();
}

#[test]
fn unknown_names_are_refused() {
    let demo = Demo::start("demo-unknown");
    demo.refuses(
        "/api/role-snapshot?person=nobody",
        404,
        "there is no such person",
    );
    demo.refuses(
        "/api/role-snapshot?person=live-agent&package=gold",
        404,
        "there is no such package",
    );
    demo.refuses(
        "/api/role-snapshot?person=live-agent&product=shop",
        404,
        "there is no such product",
    );
    demo.refuses("/api/elsewhere", 404, "there is no such address");
    demo.refuses("/catalogs/shop.json", 404, "there is no such catalog");
    demo.refuses(
        "/catalogs/adobe-dynamic-chat",
        404,
        "there is no such catalog",
    );
    demo.refuses(
        "/api/role-snapshot",
        400,
        "Failed to deserialize query string: missing field `person`",
    );
    assert_eq!(
        demo.get("/api/role-snapshot?person=live-agent&expired=perhaps")
            .status,
        400
    );
}
