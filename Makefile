# `make demo` shows the whole journey, `make test` runs every test. Both share one debug build in .build.

.DEFAULT_GOAL := build
.PHONY: deps build test lint format demo docs bench clean

deps:
	@packaging/require-swift.sh
	@packaging/install-dependencies.sh

build: deps
	swift build --product plumbline

# The line that the runner itself closes with is the last one printed. Hundreds of tests wait for a disk or a server at
# the same time when they are let, each on a thread; a few at a time end five times sooner.
test: deps
	swift build --build-tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=6 swift test --skip-build --disable-xctest

# A folder of its own, so that the demo can be run again and never touches anybody's data.
demo: build
	@rm -rf .build/demo-data
	.build/debug/plumbline demo --data .build/demo-data

# Writes the reference pages that are generated from the code.
docs: deps
	PLUMBLINE_WRITE_DOCUMENTS=1 swift test --disable-xctest --filter FaultCatalogueTests

lint: deps
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: deps
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# What is measured, and how to read it: benchmarks/README.md
bench: deps
	swift build -c release --scratch-path .build-release --product plumbline
	benchmarks/run.sh .build-release/release/plumbline

clean:
	swift package clean
