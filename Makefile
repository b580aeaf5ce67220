# Each target is one command; "make" lists them.

VERSION ?= dev
FUZZTIME ?= 50s

.PHONY: help play try pictures check test faults golden fuzz bench build image

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

play: ## talk to the bot in the browser: no Slack, no tokens
	go run ./cmd/advisor playground --open

try: ## ask a question in the terminal: no Slack, no tokens
	go run ./cmd/advisor ask "PM vs TPM?"

check: ## everything that CI runs; do it before a review
	.ci/run

test: ## the tests
	go test ./...

faults: ## the fault tests in full: disconnects, kill -9, rate limits, outages, load; about 40 minutes
	go test -race -timeout 30m -run Fault -v ./bot -long
	go test -timeout 60m -run Fault -v ./cmd/advisor -long

golden: ## rewrite the golden files; review the difference
	go test ./bot ./knowledge/load -update

pictures: ## retake the README's pictures of the playground; needs Chromium
	go test ./cmd/advisor -run TestPlaygroundInTheBrowser -count 1 -screenshots

fuzz: ## fuzz every target for FUZZTIME (50s), ten minutes in all; a find is written to the target's testdata/fuzz
	@set -e; for f in $$(grep -rl '^func Fuzz' --include='*_test.go' . | sort); do \
		for n in $$(sed -n 's/^func \(Fuzz[A-Za-z]*\)(.*/\1/p' $$f); do \
			echo "== $$(dirname $$f) $$n"; \
			go test $$(dirname $$f) -run '^$$' -fuzz "^$$n\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 5x; \
		done; \
	done

bench: ## the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

build: ## the binary, static: ./advisor
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w $(if $(filter-out dev,$(VERSION)),-X main.version=$(VERSION))" -o advisor ./cmd/advisor

image: ## the container image career-advisor:VERSION
	docker build --build-arg VERSION=$(VERSION) -t career-advisor:$(VERSION) .
