//! `rolegate keygen`.

use std::path::PathBuf;

use rolegate::KeySet;

use crate::failure::{EXIT_CODES, Failure};
use crate::files::{self, Readers};
use crate::signer::Signer;

const EXAMPLES: &str = "\
Examples:
  rolegate keygen --out keys
  rolegate keygen --out keys --kid 2027-01 --force

Keep private.jwk on the server that signs; it is readable by its owner only.
jwks.json is public: serve it, or build it into the application. When a key is replaced, keep the
old key in the served set until the last snapshot that it signed has expired.";

/// Makes an Ed25519 key: private.jwk to sign with, jwks.json to verify with.
#[derive(clap::Args)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    /// Folder for the two files, created if it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Key id [default: the key's RFC 7638 thumbprint]
    #[arg(long, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    kid: Option<String>,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let signer = Signer::generate(args.kid.clone())?;
    let jwks = format!("{:#}", signer.jwks());
    // Applications read the key set with the same library, so what it refuses here is of no use.
    KeySet::parse(jwks.as_bytes())?;
    files::create_folder(&args.out)?;
    let private = args.out.join("private.jwk");
    let public = args.out.join("jwks.json");
    let written = [
        (
            private.clone(),
            format!("{:#}", signer.private_jwk()),
            Readers::Owner,
        ),
        (
            public.clone(),
            format!("{:#}", signer.jwks()),
            Readers::Everyone,
        ),
    ];
    files::create(&written, args.force)?;
    files::print(&format!(
        "key {}\nprivate key in {}\npublic key set in {}",
        signer.kid(),
        private.display(),
        public.display()
    ))
}
