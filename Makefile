# What there is to run; `make` alone lists it.
# Every target first installs what it needs and lacks (scripts/setup), and says so.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.NOTPARALLEL:

# A recipe line that starts with one of these sees the tools that scripts/setup installed.
NODE := eval "$$(scripts/setup --env node)" &&
WASM := eval "$$(scripts/setup --env wasm)" &&
WASI := eval "$$(scripts/setup --env wasi)" &&
DENY := eval "$$(scripts/setup --env deny)" &&
FIREFOX := eval "$$(scripts/setup --env firefox)" &&
CHROME := eval "$$(scripts/setup --env node chrome)" &&
BROWSERS = eval "$$(scripts/setup --env node $(ENGINES))" &&

# The browsers that the core and the package are tested in.
ENGINES ?= chrome firefox webkit

STEP = @printf '\n== %s\n'

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

.PHONY: demo
demo: build www command ## build everything and serve the workbench on loopback (PORT=… for another port, HOST=0.0.0.0 for the network)
	@target/debug/rolegate demo $(if $(PORT),--port $(PORT)) $(if $(HOST),--host $(HOST))

.PHONY: preview
preview: www ## build the workbench as a static site, for any host
	@echo 'www/dist holds the workbench: any host serves it, at any place'

.PHONY: example
example: build ## start an application of examples/: EXAMPLE=react-fastify
	@[ -f "examples/$(EXAMPLE)/package.json" ] || { echo 'example: name one: EXAMPLE=react-fastify' >&2; exit 1; }
	@$(WASM) unset CARGO_BUILD_TARGET CARGO_TARGET_DIR && cd examples/$(EXAMPLE) && npm ci && npm start

.PHONY: pictures
pictures: build www command setup-chrome ## make pictures of everything that is seen, in target/pictures, and those of www/README.md
	@$(CHROME) npm run --silent pictures

# ---- build: each rule has a stamp, and runs when an input is newer or its output is gone ---------

STAMPS := target/make

# tree(paths): everything below them; folders too, as they change when a file goes.
tree = $(shell find $(wildcard $(1)))
# unless(file): makes a rule run when this output of it is missing.
unless = $(if $(wildcard $(1)),,missing)
.PHONY: missing

.PHONY: build
build: $(STAMPS)/pkg ## build the npm package into pkg/dist, and print the weight of wasm and script
	$(STEP) 'weight of wasm and script'
	@$(NODE) node scripts/weight.mjs package pkg/glue/rolegate_bg.wasm pkg/dist/entrypoints/web.js

.PHONY: www
www: $(STAMPS)/www

.PHONY: command
command: ## build the rolegate command
	$(STEP) 'the command'
	cargo build --locked -p rolegate-cli

.PHONY: command-npm
command-npm: $(STAMPS)/command-npm ## build the npm package of the command, and print its weight
	$(STEP) 'weight of the command in npm'
	@$(NODE) node scripts/weight.mjs command cli/npm/dist/rolegate.wasm

$(STAMPS)/glue: Cargo.toml Cargo.lock scripts/bin/wasm-bindgen $(wildcard target/wasm/.toolchain) $(call tree,src pkg/wasm) $(call unless,pkg/glue/rolegate_bg.wasm) | setup-node setup-wasm
	$(STEP) 'the wasm and its glue'
	@$(WASM) WASM_BINDGEN="$$(command -v wasm-bindgen)" PATH="$$PWD/scripts/bin:$$PATH" \
	  wasm-pack build pkg/wasm --target web --out-dir ../glue --out-name rolegate --no-pack --no-gitignore -- --locked
	@mkdir -p $(@D) && touch $@

$(STAMPS)/pkg: $(STAMPS)/glue package-lock.json tsconfig.base.json $(call tree,catalogs schema pkg/src pkg/*.* LICENSE*) $(call unless,pkg/dist/index.js) | setup-node
	$(STEP) 'the npm package'
	@$(NODE) npm run --silent build -w pkg
	@touch $@

$(STAMPS)/command-npm: Cargo.toml Cargo.lock $(wildcard target/wasi/.toolchain) cli/Cargo.toml $(call tree,src cli/src LICENSE*) $(call unless,cli/npm/dist/rolegate.wasm) | setup-node setup-wasi
	$(STEP) 'the npm package of the command'
	@$(WASI) cargo build --locked --release -p rolegate-cli
	@mkdir -p cli/npm/dist $(@D) && cp LICENSE-* cli/npm/dist/
	@$(NODE) wasm-opt -Oz --converge $(WASI_FEATURES) target/wasi/wasm32-wasip1/release/rolegate.wasm -o cli/npm/dist/rolegate.wasm
	@touch $@

# What the compiler uses of WebAssembly, and Node 20 knows.
WASI_FEATURES := $(addprefix --enable-,bulk-memory multivalue mutable-globals nontrapping-float-to-int reference-types sign-ext)

$(STAMPS)/www: $(STAMPS)/pkg package-lock.json tsconfig.base.json $(call tree,www/src www/public www/*.*) $(call unless,www/dist/index.html) | setup-node
	$(STEP) 'the workbench'
	@$(NODE) npm run --silent build -w www
	@touch $@

# ---- test ---------------------------------------------------------------------------------------

.PHONY: test
test: test-rust test-command test-wasm test-crates test-front-end test-pkg test-browsers test-packaging test-angular test-interop test-docs test-preview test-e2e ## run every test but those that say otherwise

.PHONY: test-rust
test-rust: ## the core and the command, natively
	$(STEP) 'tests: Rust, native'
	cargo test --locked -p rolegate --features testing
	cargo test --locked -p rolegate-cli

.PHONY: test-command
test-command: command-npm ## the packed npm package of the command, by the tests of the command
	$(STEP) 'tests: the command in Node'
	@$(NODE) node tests/packaging/command.mjs

.PHONY: test-published
test-published: ## published vectors that are not kept here, from a folder that has them: SUITES=folder
	@[ -d "$(SUITES)" ] || { echo 'test-published: name the folder: SUITES=…' >&2; exit 1; }
	$(STEP) 'tests: published vectors'
	SUITES="$(abspath $(SUITES))" cargo test --locked --test native -- --ignored published

TEXTS ?= 100000000

.PHONY: test-json
test-json: ## the reader of JSON against serde_json, on generated texts: TEXTS=100000000 SEED=1
	$(STEP) 'tests: JSON, against serde_json'
	CARGO_PROFILE_RELEASE_OPT_LEVEL=3 JSON_TEXTS=$(TEXTS) JSON_SEED=$(or $(SEED),1) \
	  cargo test --release --locked -p rolegate --lib json::reference -- --nocapture

# wasm-pack is content when there is no test to run; this is not.
RAN = 2>&1 | tee $(STAMPS)/$@.log && grep -q '^test result: ok\. [1-9]' $(STAMPS)/$@.log || \
  { echo '$@: no test passed' >&2; exit 1; }

.PHONY: test-wasm
test-wasm: test-wasm-node $(patsubst %,test-wasm-%,$(filter-out webkit,$(ENGINES))) ## the core as wasm

.PHONY: test-wasm-node
test-wasm-node: setup-wasm ## … in Node
	$(STEP) 'tests: wasm in Node'
	@mkdir -p $(STAMPS)
	@set -o pipefail; $(WASM) wasm-pack test --node -- --locked --features testing --test node $(RAN)

.PHONY: test-wasm-chrome
test-wasm-chrome: setup-wasm setup-chrome ## … in headless Chrome
	$(STEP) 'tests: wasm in Chrome'
	@mkdir -p $(STAMPS)
	@set -o pipefail; $(CHROME) $(WASM) wasm-pack test --headless --chrome --chromedriver "$$CHROMEDRIVER" -- --locked --features testing --test browser $(RAN)

.PHONY: test-wasm-firefox
test-wasm-firefox: setup-wasm setup-firefox ## … in headless Firefox
	$(STEP) 'tests: wasm in Firefox'
	@mkdir -p $(STAMPS)
	@set -o pipefail; $(FIREFOX) $(WASM) wasm-pack test --headless --firefox --geckodriver "$$GECKODRIVER" -- --locked --features testing --test browser $(RAN)

.PHONY: test-crates
test-crates: ## the packed crates, natively
	$(STEP) 'tests: packed crates'
	@node tests/packaging/crates.mjs

.PHONY: test-front-end
test-front-end: build $(patsubst %,setup-%,$(sort chrome $(filter-out webkit,$(ENGINES)))) ## the example in Rust, on the packed core
	$(STEP) 'tests: a front end in Rust'
	@$(BROWSERS) $(CHROME) $(WASM) ENGINES='$(ENGINES)' node tests/packaging/front-end.mjs

.PHONY: test-pkg
test-pkg: build command ## the npm package in Node
	$(STEP) 'tests: npm package'
	@$(NODE) npm test --silent -w pkg

.PHONY: test-browsers
test-browsers: build $(ENGINES:%=setup-%) ## the npm package in browsers (ENGINES='chrome firefox webkit')
	$(STEP) 'tests: npm package in browsers'
	@$(BROWSERS) ENGINES='$(ENGINES)' npm run --silent browsers

.PHONY: test-react-18
test-react-18: build setup-chrome ## … its React binding in React 18; asks the registry, and is no part of `test`
	$(STEP) 'tests: the React binding in React 18'
	@$(CHROME) npm install --silent --no-package-lock --prefix target/react-18 react@18.3.1 react-dom@18.3.1
	@$(CHROME) ENGINES=chrome npx vitest run --config tests/browsers/react-18.config.ts

.PHONY: test-packaging
test-packaging: build setup-chrome setup-tools ## the packed npm package in fresh projects
	$(STEP) 'tests: packed package in fresh projects'
	@$(CHROME) node tests/packaging/run.mjs

.PHONY: test-environments
test-environments: build setup-chrome ## … in every tool of docs/tools.md; asks the registry, and is no part of `test`: ENVIRONMENTS='vite next'
	$(STEP) 'tests: packed package in every tool, a quarter of an hour'
	@$(CHROME) node tests/environments/run.mjs $(ENVIRONMENTS)

.PHONY: test-examples
test-examples: build setup-chrome setup-firefox setup-postgres ## the applications in examples/, with the packed package; asks the registry, and is no part of `test`: EXAMPLES='react-fastify'
	$(STEP) 'tests: examples'
	@$(WASM) $(CHROME) $(FIREFOX) node tests/examples/run.mjs $(EXAMPLES)

.PHONY: test-storybook
test-storybook: build setup-chrome ## … in Storybook, as docs/storybook.md says; its first run asks the registry, and is no part of `test`
	$(STEP) 'tests: stories in Storybook'
	@$(CHROME) node tests/storybook/run.mjs

.PHONY: test-angular
test-angular: build setup-chrome ## the packed npm package in Angular, with zone.js
	$(STEP) 'tests: Angular, on a server and in a page'
	@$(CHROME) node tests/angular/run.mjs

.PHONY: test-interop
test-interop: build command setup-node ## snapshots across JOSE libraries
	$(STEP) 'tests: other libraries'
	@$(NODE) node tests/interop/run.mjs

.PHONY: test-docs
test-docs: build command command-npm setup-chrome ## the programs of README.md and docs/
	$(STEP) 'tests: programs of the documentation'
	@$(CHROME) node tests/docs/run.mjs

.PHONY: test-preview
test-preview: build setup-chrome ## previews in pages of several origins, in a browser
	$(STEP) 'tests: previews in a browser'
	@$(CHROME) npm run --silent previews

.PHONY: test-e2e
test-e2e: build www command setup-chrome ## the workbench in a browser
	$(STEP) 'tests: the workbench in a browser'
	@$(CHROME) npm run --silent e2e

.PHONY: test-accessibility
test-accessibility: build www command setup-chrome ## … its accessibility in every view, width and colour scheme, and by the keyboard alone; minutes, and no part of `test`
	$(STEP) 'tests: the accessibility of the workbench'
	@$(CHROME) npm run --silent accessibility

.PHONY: test-scenarios
test-scenarios: build www command setup-chrome ## … its bar, for many random scenarios; no part of `test`: SCENARIOS=200 SEED=3
	$(STEP) 'tests: random scenarios in the workbench'
	@$(CHROME) SCENARIOS=$(or $(SCENARIOS),100) SEED=$(or $(SEED),1) npm run --silent e2e -- truth -g 'random scenarios'

# ---- check --------------------------------------------------------------------------------------

.PHONY: check
check: check-format check-rust check-wasm check-types check-docs check-deny fuzz-build ## formats, lints, types, documentation, what crates may come in, and that the fuzz targets build

.PHONY: check-format
check-format: setup-node ## formats, and lints of TypeScript
	$(STEP) 'check: format and lint'
	cargo fmt --all --check
	cargo fmt --manifest-path examples/rust-front-end/Cargo.toml --all --check
	@# the lock files fit every package.json
	npm ci --dry-run --prefer-offline --no-audit --no-fund
	npm ci --prefix tests/packaging/tools --dry-run --prefer-offline --no-audit --no-fund
	npm ci --prefix tests/storybook --dry-run --prefer-offline --no-audit --no-fund
	npm ci --prefix scripts/docs --dry-run --prefer-offline --no-audit --no-fund
	@$(NODE) biome check --error-on-warnings .

.PHONY: check-rust
check-rust: ## lints of Rust, native
	$(STEP) 'check: clippy, native'
	cargo clippy --locked --all-targets -p rolegate -p rolegate-cli --features rolegate/testing -- -D warnings

.PHONY: check-wasm
check-wasm: setup-wasm setup-wasi ## lints of Rust, wasm
	$(STEP) 'check: clippy, wasm32'
	@$(WASM) cargo clippy --locked --all-targets --features testing -- -D warnings
	@$(WASM) cargo clippy --locked --all-targets -p rolegate-wasm -p rolegate -- -D warnings
	@$(WASI) cargo clippy --locked -p rolegate-cli -- -D warnings

.PHONY: check-types
check-types: $(STAMPS)/pkg ## types of TypeScript
	$(STEP) 'check: types'
	@$(NODE) npm run --silent types --workspaces --if-present

.PHONY: check-deny
check-deny: setup-deny ## licences, bans and sources of the crates
	$(STEP) 'check: crates'
	@$(DENY) cargo deny --locked --workspace --all-features --log-level error check licenses bans sources

.PHONY: check-advisories
check-advisories: setup-deny setup-node ## known weaknesses of crates and npm packages; asks the network, and is no part of `check`
	$(STEP) 'check: advisories'
	@scripts/advisories

.PHONY: release-check
release-check: build command-npm ## whether this can be released; asks the registries for the oldest Rust, Node and TypeScript
	$(STEP) 'release: versions, licences, packaging, minimums'
	@$(NODE) node scripts/release-check.mjs

.PHONY: fmt
fmt: setup-node ## format everything
	cargo fmt --all
	cargo fmt --manifest-path examples/rust-front-end/Cargo.toml --all
	@$(NODE) biome check --write .

# ---- docs ---------------------------------------------------------------------------------------

DOCS = PATH="$$PWD/scripts/docs/node_modules/.bin:$$PATH"

.PHONY: docs
docs: $(STAMPS)/pkg setup-docs ## write the API reference: target/docs/npm (Markdown) and target/doc (rustdoc)
	$(STEP) 'reference: npm package'
	@$(DOCS) typedoc --options scripts/docs/typedoc.json
	$(STEP) 'reference: crate'
	cargo doc --locked --no-deps -p rolegate --features testing

.PHONY: check-docs
check-docs: $(STAMPS)/pkg setup-docs ## links of the pages, and that every exported item is documented
	$(STEP) 'check: links'
	@$(DOCS) remark --quiet --frail --use ./scripts/docs/node_modules/remark-validate-links/index.js=repository:false $$(git ls-files '*.md')
	$(STEP) 'check: reference of the npm package'
	@$(DOCS) typedoc --options scripts/docs/typedoc.json --emit none
	$(STEP) 'check: reference of the crate'
	RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps -p rolegate --features testing

# ---- bench --------------------------------------------------------------------------------------

.PHONY: bench
bench: build setup-chrome ## compare the speed with other engines, and keep the tables in bench/RESULTS.md
	$(STEP) 'bench: ten minutes, on an idle machine'
	@$(CHROME) node --no-warnings bench/run.mjs --keep bench/RESULTS.md

.PHONY: bench-workbench
bench-workbench: build www command setup-chrome ## how long the workbench takes: another role, the matrix of a large catalog, a search in it
	$(STEP) 'bench: the workbench in Chromium'
	@$(CHROME) node bench/workbench.mjs

.PHONY: bench-server
bench-server: build ## what issuing costs a server: snapshots a second, and a thousand open event streams
	$(STEP) 'bench: issuing, over loopback'
	@$(NODE) node --expose-gc bench/issuing.mjs

# ---- fuzz ---------------------------------------------------------------------------------------

.PHONY: fuzz-build
fuzz-build: ## the fuzz targets build, with any compiler, without instrumentation
	$(STEP) 'fuzz: build'
	CARGO_TARGET_DIR="$${CARGO_TARGET_DIR:-$$PWD/target/fuzz}" cargo build --locked --manifest-path tests/fuzz/Cargo.toml --bins

SECONDS ?= 60

.PHONY: fuzz
fuzz: ## run a fuzz target for a while: TARGET=token SECONDS=600; wants cargo-fuzz and a nightly compiler
	@[ -n "$(TARGET)" ] || { echo 'fuzz: name a TARGET: token, key_set, catalog, claims, loads' >&2; exit 1; }
	@mkdir -p target/fuzz/corpus/$(TARGET) tests/fuzz/finds/$(TARGET)
	cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz/run $(TARGET) target/fuzz/corpus/$(TARGET) tests/fuzz/seeds/$(TARGET) -- \
	  -max_total_time=$(SECONDS) -max_len=16384 -timeout=10 -artifact_prefix=tests/fuzz/finds/$(TARGET)/

# ---- set-up -------------------------------------------------------------------------------------

.PHONY: setup-node setup-tools setup-docs setup-wasm setup-wasi setup-chrome setup-firefox setup-webkit setup-deny setup-postgres
setup-node setup-tools setup-docs setup-wasm setup-wasi setup-chrome setup-firefox setup-webkit setup-deny setup-postgres: setup-%:
	@scripts/setup $*
