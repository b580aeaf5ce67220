package main

import (
	"context"

	"careeradvisor/bot"
	"careeradvisor/knowledge"
)

// shelf is the library as the bot sees it: it answers, and tells what it holds.
type shelf struct{ lib *library }

// Answer answers from the documents.
func (s *shelf) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	return s.lib.engine.Answer(ctx, q)
}

// Contents are the documents that are open now.
func (s *shelf) Contents() bot.Contents {
	c := bot.Contents{Generation: s.lib.index.Generation(), Roles: s.lib.engine.Roles()}
	for _, d := range s.lib.index.Documents() {
		c.Documents = append(c.Documents, bot.DocumentInfo{
			ID: d.ID, Title: d.Title, Role: d.Role, Source: d.Source, Date: d.Date, Passages: len(d.Passages()),
		})
	}
	return c
}
