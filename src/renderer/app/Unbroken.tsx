import { Component, type ReactNode } from 'react';
import { Button } from '../kit/Button.tsx';
import { Empty } from '../kit/States.tsx';
import { copyDiagnostics, noteDefect } from './windowDefects.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly isBroken: boolean;
  readonly reference?: string | undefined;
}

/** What is inside is shown, or, when it cannot be drawn, what has happened and what can be done: never an empty window. */
export class Unbroken extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override componentDidCatch(cause: unknown): void {
    void noteDefect(cause).then((reference) => this.setState({ reference }));
  }

  override render(): ReactNode {
    const { isBroken, reference } = this.state;
    if (!isBroken) return this.props.children;
    return (
      <main role="alert">
        <Empty
          title="This screen could not be drawn"
          actions={
            <>
              <Button
                look="main"
                onPress={() => {
                  location.hash = '/roster';
                  location.reload();
                }}
              >
                Back to the roster
              </Button>
              <Button onPress={() => void copyDiagnostics()}>Copy diagnostics</Button>
            </>
          }
        >
          <p>
            That is a fault of Ironstride, not of yours. Everything up to here is saved
            {reference === undefined ? '.' : `; the log has it under ${reference}.`}
          </p>
        </Empty>
      </main>
    );
  }
}
