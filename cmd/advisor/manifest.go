package main

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"careeradvisor/bot/slackemu/page"
	"careeradvisor/deploy/slack"
)

// app is what the manifest asks Slack for, as far as a local Slack grants it.
type app struct {
	Features struct {
		SlashCommands []struct {
			Command     string
			Description string
			UsageHint   string `yaml:"usage_hint"`
		} `yaml:"slash_commands"`
		Shortcuts []struct {
			Name       string
			Type       string
			CallbackID string `yaml:"callback_id"`
		}
	}
	OAuthConfig struct {
		Scopes struct{ Bot []string }
	} `yaml:"oauth_config"`
	Settings struct {
		EventSubscriptions struct {
			BotEvents []string `yaml:"bot_events"`
		} `yaml:"event_subscriptions"`
	}
}

func readApp() (app, error) {
	var a app
	if err := yaml.Unmarshal(slack.Manifest, &a); err != nil {
		return a, fmt.Errorf("read the manifest: %w", err)
	}
	return a, nil
}

func (a app) commands() (names []string, shown []page.Command) {
	for _, c := range a.Features.SlashCommands {
		names = append(names, c.Command)
		shown = append(shown, page.Command{Name: c.Command, Usage: c.UsageHint, Does: c.Description})
	}
	return names, shown
}

func (a app) shortcuts() (all []page.Shortcut) {
	for _, s := range a.Features.Shortcuts {
		all = append(all, page.Shortcut{CallbackID: s.CallbackID, Name: s.Name, OnMessage: s.Type == "message"})
	}
	return all
}
