package bot

import (
	"context"
	"errors"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/post"
	"careeradvisor/knowledge"
)

// work does a job; whatever happens in it, the person reads something and the
// worker lives on.
func (b *Bot) work(ctx context.Context, j inbox.Job) {
	if ctx.Err() != nil {
		b.countJob(j.Surface, jobStopped)
		b.log.Warn("stopped before a question's turn came", "event", j.ID, "surface", j.Surface)
		return
	}
	if j.Mine != nil {
		ctx = inbox.WithLease(ctx, j.Mine)
	}
	err := inbox.StillMine(ctx)
	if err == nil {
		err = knowledge.Guard(func() error { return j.Do(ctx) })
	}
	if err != nil {
		if errors.Is(err, inbox.ErrLeaseLost) {
			b.countJob(j.Surface, jobStopped)
			b.log.Warn("paused for too long in the middle of a question; another process may be at it", "event", j.ID, "surface", j.Surface)
			j.Lost()
			return
		}
		if ctx.Err() != nil && j.Ended != nil {
			b.log.Warn("stopped in the middle of a question; it is taken up again", "event", j.ID, "surface", j.Surface, "error", err)
			return
		}
		if b.putOff(ctx, j, err) {
			return
		}
		b.apologise(ctx, j, err)
	}
	outcome := jobDone
	if err != nil {
		outcome = jobFailed
	}
	b.countJob(j.Surface, outcome)
	if j.Ended != nil {
		j.Ended(ctx, outcome)
	}
}

// putOff leaves a job for later whose answer Slack does not take now.
func (b *Bot) putOff(ctx context.Context, j inbox.Job, err error) bool {
	u, ok := errors.AsType[*post.Undelivered](err)
	if !ok || !u.Passing || j.Later == nil || !j.Later(ctx) {
		return false
	}
	b.countJob(j.Surface, jobPutOff)
	b.log.Warn("Slack does not take an answer; trying again in a while", "event", j.ID, "surface", j.Surface, "error", err)
	return true
}

func (b *Bot) apologise(ctx context.Context, j inbox.Job, err error) {
	b.logFailure(j, err)
	if _, ok := errors.AsType[*post.Undelivered](err); ok {
		return
	}
	// Its own time: the work may have failed because its time was up.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), apologyWithin)
	defer cancel()
	if err := knowledge.Guard(func() error { return j.Say(ctx, knowledge.Say(err)) }); err != nil {
		b.log.Error("an apology did not reach the person", "event", j.ID, "surface", j.Surface, "error", err)
	}
}

func (b *Bot) logFailure(j inbox.Job, err error) {
	if p, ok := errors.AsType[*knowledge.Panic](err); ok {
		b.log.Error("a question's work panicked", "event", j.ID, "surface", j.Surface, "error", err, "stack", string(p.Stack))
		return
	}
	b.log.Error("a question was not answered", "event", j.ID, "surface", j.Surface, "error", err)
}
