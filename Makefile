# Everything that people type; each target sets itself up.
SHELL := /bin/bash

.PHONY: site program install dist dist-test test workflow-test docusaurus-test browser-test serve-test word-test search-test fuzz fault-test memory-test bench bench-patterns edit-test lint setup clean

## Build site/ from content/ and say which page to open.
site: setup
	swift run -c release build-site

## Compile the program, to .build/release/build-site.
program: setup
	swift build -c release --product build-site

## Install the program below PREFIX, with its manual page and completions.
install: setup
	.ci/install "$(or $(PREFIX),/usr/local)" "$(DESTDIR)"

## Write an archive and a Debian package into .build-dist, with checksums.
dist: setup
	.ci/dist

## Install the Debian package in a clean Debian, and run the main job there.
dist-test: setup
	.ci/dist-test

## Run the tests.
test: setup
	@.ci/setup-tests
	swift test

## Compile the generated pages with the real Docusaurus, and compare them with the archive.
docusaurus-test: setup
	.ci/docusaurus-test

## Read both outputs with other parsers, and tell what of the documents is lost or invented.
word-test: setup
	.ci/word-test

## Ask the search of the real reviews and runbooks, in a browser, and tell what it does not find.
search-test: setup
	.ci/search-test

## Open the archive in a browser, and have its pages, feeds and data read by others' programs.
browser-test: setup
	.ci/browser-test

## Attack `serve`, and measure in a browser how long an edit takes to be seen.
serve-test: setup
	.ci/serve-test

## Run every step of the workflows for GitHub and GitLab in clean clones.
workflow-test: setup
	.ci/workflow-test

## Run N mutated documents through everything, and tell what ends it, takes long or is lost.
fuzz: setup
	CONFIGURATION=release .ci/fuzz $(or $(N),2000) $(SEED)

## Edit a project N times, and compare the site after each step with one built from nothing.
edit-test: setup
	.ci/edit-test $(or $(N),200) $(SEED)

## Run the reliability catalogue: bad bytes, bombs, injection, full disks, kills, signals, two builds at once.
fault-test: setup
	.ci/fault-test

## Measure against Hugo: 1,000 and 10,000 reviews, release build.
bench: setup
	.ci/bench

## Measure how the work on one file grows with its length, for patterns of hostile authors.
bench-patterns: setup
	.ci/bench-patterns

## Overwrite all memory that is freed, and tell whether anything reads it.
memory-test: setup
	.ci/fault-test.d/memory

## Run the linter; it must find nothing.
lint:
	swift format lint --strict --configuration .swift-format --recursive Package.swift Sources Tests

setup:
	@.ci/setup

clean:
	rm -rf .build site/blog site/docs site/static/archive site/static/evidence site/.build-site
