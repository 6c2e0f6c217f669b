//! The files that the demo serves.

use std::fs;
use std::os::unix::fs::symlink;

use crate::demo::Demo;
use crate::util::folder;

#[test]
fn answers_are_compressed_and_hashed_files_are_kept_for_ever() {
    let demo = Demo::start("demo-cache");
    let script = "export const text = 'a'\n".repeat(400);
    fs::write(demo.folder.join("assets/index-1a2b3c4d.js"), &script).unwrap();
    let host = format!("host: 127.0.0.1:{}\r\n", demo.port);
    for encoding in ["br", "gzip"] {
        let asked = format!("{host}accept-encoding: {encoding}\r\n");
        let answer = demo.asked("/assets/index-1a2b3c4d.js", &asked);
        answer.has(&format!("content-encoding: {encoding}"));
        answer.has("cache-control: public, max-age=31536000, immutable");
        assert!(answer.body.len() < script.len() / 10);
    }
    let plain = demo.get("/assets/index-1a2b3c4d.js");
    assert_eq!(plain.body, script);
    demo.get("/").has("cache-control: no-cache");
    let beyond = format!("{host}range: bytes=99999-\r\n");
    let refused = demo.asked("/assets/index-1a2b3c4d.js", &beyond);
    assert_eq!(refused.status, 416);
    refused.has("cache-control: no-cache");
    demo.get("/assets/missing-1a2b3c4d.js")
        .has("cache-control: no-cache");
}

#[test]
fn page_comes_with_its_headers() {
    let demo = Demo::start("demo-page");
    for path in ["/", "/index.html", "/chat/agent-inbox"] {
        let page = demo.get(path);
        assert_eq!(
            (page.status, page.body.as_str()),
            (200, "<!doctype html><title>page</title>"),
            "{path}"
        );
        page.has("content-type: text/html");
        page.has("x-content-type-options: nosniff");
        page.has(
            "content-security-policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
             style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src http: https:; \
             frame-ancestors 'self'",
        );
    }
    demo.get("/assets/engine.wasm")
        .has("content-type: application/wasm");
    demo.refuses("/assets/missing.js", 404, "there is no such file");
}

#[test]
fn nothing_outside_of_the_page_is_served() {
    let demo = Demo::start("demo-outside");
    fs::write(demo.folder.join("../secret"), "secret").unwrap();
    for path in [
        "/../secret",
        "/assets/../../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "//etc/passwd",
    ] {
        let response = demo.get(path);
        assert!(
            !response.body.contains("secret") && !response.body.contains("root:"),
            "{path}"
        );
    }
}

#[test]
fn links_out_of_the_page_are_not_followed() {
    let demo = Demo::start("demo-links");
    let outside = folder("demo-links-outside");
    fs::write(outside.join("key.txt"), "secret").unwrap();
    fs::write(outside.join("index.html"), "secret").unwrap();
    let inside = |name: &str| demo.folder.join(name);
    symlink(outside.join("key.txt"), inside("key.txt")).unwrap();
    symlink(&outside, inside("elsewhere")).unwrap();
    symlink("assets/engine.wasm", inside("engine.wasm")).unwrap();
    demo.refuses("/key.txt", 404, "there is no such file");
    demo.refuses("/elsewhere/key.txt", 404, "there is no such file");
    for path in ["/elsewhere", "/elsewhere/"] {
        let response = demo.get(path);
        assert!(!response.body.contains("secret"), "{path}");
    }
    assert_eq!(demo.get("/engine.wasm").status, 200);
    assert_eq!(demo.get("/%65ngine.wasm").status, 200);

    fs::remove_file(inside("index.html")).unwrap();
    symlink(outside.join("index.html"), inside("index.html")).unwrap();
    for path in ["/", "/chat/agent-inbox"] {
        demo.refuses(path, 404, "there is no such file");
    }
}

#[test]
fn hidden_files_are_not_served() {
    let demo = Demo::start("demo-hidden");
    fs::create_dir(demo.folder.join(".git")).unwrap();
    for file in [".env", ".git/config", "assets/.key"] {
        fs::write(demo.folder.join(file), "secret").unwrap();
        demo.refuses(&format!("/{file}"), 404, "there is no such file");
    }
    symlink(".env", demo.folder.join("env.txt")).unwrap();
    demo.refuses("/env.txt", 404, "there is no such file");
    demo.refuses("/%2eenv", 404, "there is no such file");
    assert!(!demo.get("/.git/config/").body.contains("secret"));
}
