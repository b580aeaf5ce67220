// Command advisor answers career questions from documents, in Slack and in the
// terminal. Each subcommand is a file here. Only this package knows concrete types of
// every kind: it reads the configuration, opens the documents and the index, and hands
// them to the engine and the bot.
//
// It must not know how answers are found or shown. Whatever can be tested without a
// process belongs in a package below, or beside it (settings, output, pages).
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// version is the newest heading of CHANGELOG.md, unless a build sets it.
var version = "0.2.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong
// usage.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(stdin, stdout, stderr)
	root.SetArgs(args)
	return exitCode(root.ExecuteContext(ctx), stderr)
}
