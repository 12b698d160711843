// Reads a compose file with the loader that docker compose itself is built on: schema, interpolation, references. Prints
// the whole model as JSON, or, for each service named, checks that `docker compose up SERVICE` finds all it depends on.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

func main() {
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(file string, services []string) error {
	if len(services) == 0 {
		project, err := load(file, cli.WithProfiles([]string{"*"}))
		if err != nil {
			return err
		}
		model, err := project.MarshalJSON()
		if err != nil {
			return err
		}
		fmt.Println(string(model))
	}
	for _, service := range services {
		project, err := load(file)
		if err != nil {
			return err
		}
		if project, err = project.WithServicesEnabled(service); err != nil {
			return fmt.Errorf("up %s: %w", service, err)
		}
		if _, err = project.WithSelectedServices([]string{service}, types.IncludeDependencies); err != nil {
			return fmt.Errorf("up %s: %w", service, err)
		}
	}
	return nil
}

func load(file string, more ...cli.ProjectOptionsFn) (*types.Project, error) {
	options, err := cli.NewProjectOptions([]string{file}, append(more, cli.WithOsEnv)...)
	if err != nil {
		return nil, err
	}
	return options.LoadProject(context.Background())
}
