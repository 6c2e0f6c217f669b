//! A demo that runs, and what it answers.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read as _;
use std::io::Write as _;
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::util::folder;

/// A running demo, ended with the test.
pub(crate) struct Demo {
    pub(crate) child: Child,
    pub(crate) port: u16,
    pub(crate) folder: PathBuf,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Response {
    #[track_caller]
    pub(crate) fn has(&self, header: &str) {
        assert!(
            self.head.lines().any(|line| line == header),
            "no `{header}` in {}",
            self.head
        );
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

impl Demo {
    pub(crate) fn start(name: &str) -> Demo {
        Self::start_on(name, &[], "127.0.0.1", "for this machine only")
    }

    /// Starts it with more options; it then listens at that host, and says so.
    pub(crate) fn start_on(name: &str, options: &[&str], host: &str, told_of: &str) -> Demo {
        let folder = folder(name);
        fs::create_dir(folder.join("assets")).unwrap();
        fs::write(
            folder.join("index.html"),
            "<!doctype html><title>page</title>",
        )
        .unwrap();
        fs::write(folder.join("assets/engine.wasm"), "\0asm").unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_rolegate"))
            .args(["demo", "--port", "0", "--www", folder.to_str().unwrap()])
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = told.next().unwrap().unwrap();
        let port = address
            .strip_prefix("rolegate demo on http://")
            .and_then(|address| address.strip_prefix(host))
            .and_then(|rest| rest.strip_prefix(':'))
            .unwrap()
            .strip_suffix('/')
            .unwrap();
        let warning = told.next().unwrap().unwrap();
        assert!(warning.contains(told_of), "{warning}");
        let port = port.parse().unwrap();
        Demo {
            child,
            port,
            folder,
        }
    }

    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> Response {
        self.asked(path, &format!("host: 127.0.0.1:{}\r\n", self.port))
    }

    /// Asks with these header lines.
    #[track_caller]
    pub(crate) fn asked(&self, path: &str, headers: &str) -> Response {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\n{headers}connection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Response {
            status,
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    #[track_caller]
    pub(crate) fn refuses(&self, path: &str, status: u16, error: &str) {
        let response = self.get(path);
        assert_eq!(
            (response.status, response.json()),
            (status, json!({"error": error}))
        );
        response.has("content-type: application/json");
    }
}
