# Everything a person types; each target does its own set-up.
SHELL := /bin/bash

.PHONY: site test docusaurus-test bench lint setup clean

## Build site/ from content/ and say what to open.
site: setup
	swift run -c release build-site

## Run the tests.
test: setup
	@.ci/setup-tests
	swift test

## Compile what is generated with the real Docusaurus, and compare it with the archive.
docusaurus-test: setup
	.ci/docusaurus-test

## Measure against Hugo: 1,000 and 10,000 reviews, release build.
bench: setup
	.ci/bench

## The formatter and the linter say nothing.
lint:
	swift format lint --strict --configuration .swift-format --recursive Package.swift Sources Tests

setup:
	@.ci/setup

clean:
	rm -rf .build site/blog site/docs site/static/archive site/static/evidence site/.build-site
