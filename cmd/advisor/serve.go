package main

import (
	"context"
	"sync/atomic"

	"github.com/spf13/cobra"

	"careeradvisor/bot"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
)

func newServe() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Run the bot: answer in Slack until the process is stopped",
		Long: `Runs the bot. It needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN, tries both before it
starts, and answers until it gets SIGTERM or SIGINT; then it finishes what it has
in hand. A second signal ends it at once.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			return serve(cmd, c)
		},
	}
}

func serve(cmd *cobra.Command, c config) error {
	ctx := cmd.Context()
	log := c.Advisor.logger(cmd.ErrOrStderr())
	answers := &answers{}
	b, err := bot.New(botConfig(c), answers, log)
	if err != nil {
		return err
	}
	if _, err := b.Preflight(ctx); err != nil {
		return err // before the documents: a wrong token should be told at once
	}
	lib, err := openLibrary(ctx, &c.Advisor, log)
	if err != nil {
		return err
	}
	defer lib.Close()
	log.Info("documents are open", "documents", len(lib.index.Documents()), "generation", lib.index.Generation())
	answers.engine.Store(lib.engine)
	return b.Run(ctx)
}

func botConfig(c config) bot.Config {
	return bot.Config{
		BotToken: string(c.Slack.BotToken),
		AppToken: string(c.Slack.AppToken),
		APIURL:   c.Slack.APIURL,
		Command:  c.Advisor.Command,
	}
}

// answers is the bot's Answerer: the engine of the documents that are open now.
type answers struct{ engine atomic.Pointer[answer.Engine] }

// Answer answers from the documents.
func (a *answers) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	e := a.engine.Load()
	if e == nil {
		return knowledge.Answer{}, &knowledge.Error{Say: "I'm still reading my documents. Please ask again in a moment."}
	}
	return e.Answer(ctx, q)
}
