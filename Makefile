# Short names for what one does here. Where it takes logic, a script under assets/scripts has it.

PREFIX ?= /usr/local
PODS ?= 6

scripts := assets/scripts
swift-build := swift build --explicit-target-dependency-import-check error

.PHONY: help demo run build test record picture cast soak fuzz kernels clients bench format lint static install clean
.DEFAULT_GOAL := help

help: ## say what can be made here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## open cnitop on a private node with pods (PODS=6)
	@$(scripts)/need build
	@$(swift-build) --product cnitop --quiet
	@"$$(swift build --show-bin-path)/cnitop" demo --pods $(PODS)

run: ## open cnitop on this machine, with sudo where it takes that
	@$(scripts)/need build
	@$(swift-build) --product cnitop --quiet
	@$(scripts)/run

build: ## build everything, for debugging
	@$(scripts)/need build
	@$(swift-build)

test: ## test everything this machine can test (CI=true: everything)
	@$(scripts)/need test
	@$(scripts)/test

record: ## write the snapshots of screens and plans anew; the diff is the review
	@$(scripts)/need build
	@CNITOP_RECORD=1 swift test --filter 'ScreensTests|GoldenPlanTests|KeyPageTests|RuleCoverageTests' || true
	@git status --short -- Tests assets

picture: ## draw assets/screen.svg anew
	@$(scripts)/need test
	@swift build --product cnitop --quiet
	@$(scripts)/picture

soak: ## repeat for minutes what finds rare faults of engine and evaluator
	@$(scripts)/need test
	@CNITOP_SOAK=1 CNITOP_TEST_LIMIT=3600 $(scripts)/test --filter "EngineTests|KernelTraceTests|LegacyCounterTests"

cast: ## record assets/lesson.cast anew
	@$(scripts)/need demo
	@$(swift-build) --product cnitop --quiet
	@$(scripts)/cast

fuzz: ## look for inputs that break a reader (MINUTES=10)
	@$(scripts)/need build
	@$(scripts)/fuzz

kernels: ## test under other kernels, in virtual machines
	@$(scripts)/need kernels
	@$(swift-build) --build-tests
	@$(scripts)/kernels

clients: ## have real podman and containerd call cnitop as their plugin
	@$(scripts)/need clients
	@$(swift-build) --product cnitop --quiet
	@CNITOP="$$(swift build --show-bin-path)/cnitop" $(scripts)/clients

bench: ## measure cnitop against its peers, on private nodes
	@$(scripts)/need bench
	@$(scripts)/static
	@$(scripts)/bench

format: ## format every Swift file
	@swift format format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests

lint: ## look for what a reviewer would send back
	@$(scripts)/lint

static: ## build one static release binary, and check it
	@$(scripts)/need build
	@$(scripts)/static

install: static ## install that binary (PREFIX=/usr/local, DESTDIR=)
	@install -D -m 755 .build/static/cnitop "$(DESTDIR)$(PREFIX)/bin/cnitop"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/cnitop"

clean: ## throw away what was built
	@rm -rf .build
