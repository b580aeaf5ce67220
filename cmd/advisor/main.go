// Command advisor answers career questions from documents, in Slack and in the
// terminal. Each subcommand is a file here. This is the only package that knows
// concrete types: it reads the configuration, opens the documents and the index,
// and hands them to the engine and the bot.
//
// It must not know how answers are found or shown; whatever can be tested without
// a process stands in a package below.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// version is set when a release is built.
var version = "dev"

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
