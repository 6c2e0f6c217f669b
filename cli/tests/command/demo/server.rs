//! Whom the demo answers, and how it starts and ends.

use std::fs;
use std::io::Read as _;
use std::io::Write as _;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::Command;

use serde_json::json;

use crate::demo::Demo;
use crate::util::{folder, rolegate};

#[test]
fn other_hosts_are_refused() {
    let demo = Demo::start("demo-hosts");
    let port = demo.port;
    for host in ["127.0.0.1", "localhost", "LocalHost"] {
        let response = demo.asked("/", &format!("Host: {host}:{port}\r\n"));
        assert_eq!(response.status, 200, "{host}");
    }
    for headers in [
        format!("Host: rebound.example:{port}\r\n"),
        "Host: rebound.example\r\n".to_owned(),
        "Host: 127.0.0.1\r\n".to_owned(),
        "Host: localhost:1\r\n".to_owned(),
        format!("Host: 127.0.0.1:{port}@rebound.example\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nHost: rebound.example\r\n"),
        String::new(),
    ] {
        for path in ["/", "/assets/engine.wasm"] {
            let response = demo.asked(path, &headers);
            let told = format!("this server answers only at http://127.0.0.1:{port}/");
            assert_eq!(
                (response.status, response.json()),
                (421, json!({"error": told})),
                "{headers}"
            );
            response.has("x-content-type-options: nosniff");
        }
    }
    let absolute = "http://rebound.example/";
    let response = demo.asked(absolute, &format!("Host: 127.0.0.1:{port}\r\n"));
    assert_eq!(response.status, 421);
}

#[test]
fn network_may_open_it_on_purpose_by_address_but_not_by_name() {
    let demo = Demo::start_on(
        "demo-network",
        &["--host", "0.0.0.0"],
        "0.0.0.0",
        "everybody on the network can open it",
    );
    let port = demo.port;
    for (host, status) in [
        ("127.0.0.1", 200),
        ("localhost", 200),
        ("192.168.1.5", 200),
        ("[fd00::5]", 200),
        ("rebound.example", 421),
    ] {
        let response = demo.asked("/", &format!("Host: {host}:{port}\r\n"));
        assert_eq!(response.status, status, "{host}");
    }
    let www = folder("demo-elsewhere");
    fs::write(www.join("index.html"), "").unwrap();
    let www = www.to_str().unwrap();
    rolegate(&["demo", "--port", "0", "--host", "192.0.2.1", "--www", www])
        .says(3, "error: this machine has no address 192.0.2.1");
    assert_eq!(rolegate(&["demo", "--host", "anywhere"]).code, 2);
}

#[test]
fn only_reading_is_allowed() {
    let demo = Demo::start("demo-methods");
    for path in ["/", "/assets/engine.wasm", "/chat"] {
        let mut stream = TcpStream::connect(("127.0.0.1", demo.port)).unwrap();
        let host = format!("host: 127.0.0.1:{}", demo.port);
        write!(
            stream,
            "POST {path} HTTP/1.1\r\n{host}\r\nconnection: close\r\n\r\n"
        )
        .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 405 "), "{text}");
    }
}

#[test]
fn taken_port_is_told() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let www = folder("demo-taken");
    fs::write(www.join("index.html"), "").unwrap();
    rolegate(&[
        "demo",
        "--port",
        &port.to_string(),
        "--www",
        www.to_str().unwrap(),
    ])
    .says(
        3,
        &format!(
            "error: port {port} is in use: choose another one with --port, or any free one with --port 0"
        ),
    );
}

#[test]
fn missing_page_is_told() {
    let www = folder("demo-missing");
    rolegate(&["demo", "--port", "0", "--www", www.to_str().unwrap()]).says(
        3,
        &format!(
            "error: there is no page in `{}`: run `make build` first, or `make demo`, or choose another folder with --www",
            www.display()
        ),
    );
}

#[test]
fn interrupt_ends_it_cleanly() {
    let mut demo = Demo::start("demo-interrupt");
    assert_eq!(demo.get("/").status, 200);
    let pid = demo.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(demo.child.wait().unwrap().code(), Some(0));
}
