package main

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/bot"
	"careeradvisor/bot/wire"
	"careeradvisor/cmd/advisor/pages"
	"careeradvisor/knowledge/library"
)

func newServe() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Run the bot: answer in Slack until the process is stopped",
		Long: `Runs the bot. It needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN, tries both first, and
answers until it receives SIGTERM or SIGINT; then it finishes what it is working on.
A second signal ends it at once.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			return serveWith(cmd.Context(), c, c.Advisor.logger(cmd.ErrOrStderr()), func(*library.Library) {})
		},
	}
}

// serveWith runs the bot until ctx ends, against Slack or the playground's. Opened
// is called with the documents as soon as they are open.
func serveWith(ctx context.Context, c config, log *slog.Logger, opened func(*library.Library)) error {
	if _, err := bot.Preflight(ctx, botConfig(c), log); err != nil {
		return err // before anything is opened: wrong tokens are the most common mistake
	}
	ready := pages.NewReadiness(ctx, log, partDocuments, partIndex, partStore, partSockets)
	figures := newFigures()
	served, err := pages.Listen(c.Advisor.Listen, ready, figures, log)
	if err != nil {
		return err
	}
	defer served.Close()
	memory, err := openMemory(ctx, &c.Advisor, log)
	if err != nil {
		return err
	}
	defer memory.Close()
	from := c.Advisor.library()
	debug.SetMemoryLimit(from.Memory.Bytes) // the runtime does not know about containers
	lib, err := library.Start(ctx, from, library.Options{Log: log, Shared: sharedAnswers(&c.Advisor, memory), Ticks: c.ticks})
	if err != nil {
		return err
	}
	defer lib.Close()
	alone, release := holdAlone(&c.Advisor, log)
	defer release()
	opened(lib)
	ready.Opened(partDocuments, holds(lib))
	ready.Opened(partIndex, searches(lib))
	ready.Opened(partStore, pinged(memory))
	figures.MustRegister(newStock(lib, memory))
	cfg := botConfig(c)
	cfg.Alone = alone
	b, err := bot.New(cfg, bot.Parts{Answerer: lib, Library: shelf{lib}, Memory: memory, Log: log, Metrics: figures})
	if err != nil {
		return err
	}
	ready.Opened(partSockets, hears(b))
	return together(ctx, lib.Run, b.Run)
}

// together runs both until ctx ends, or until one of them fails, which ends the other.
func together(ctx context.Context, one, other func(context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var beside sync.WaitGroup
	var failed error
	beside.Go(func() {
		if failed = one(ctx); failed != nil {
			stop()
		}
	})
	err := other(ctx)
	stop()
	beside.Wait()
	return errors.Join(failed, err)
}

func botConfig(c config) bot.Config {
	return bot.Config{
		Access: wire.Access{
			BotToken:    string(c.Slack.BotToken),
			AppToken:    string(c.Slack.AppToken),
			APIURL:      string(c.Slack.APIURL),
			Connections: c.Advisor.Connections,
			Unlimited:   c.unlimited,
		},

		Command:     c.Advisor.Command,
		Admins:      c.Advisor.admins(),
		HelpChannel: c.Advisor.HelpChannel,
		UserRate:    c.Advisor.UserRate,
		Retention:   time.Duration(c.Advisor.Retention),
	}
}
