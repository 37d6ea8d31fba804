"""Serves the small model behind an OpenAI-compatible API on a free loopback port, until its input ends."""

import argparse
import sys
from pathlib import Path

import xllamacpp

REPEAT_PENALTY = 1.07


def parameters(arguments):
    """One request at a time, with the sampling that llama.cpp has by default: fluent, and often wrong.
    Repeating is made less likely, so that answers more often have an end.
    """
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(arguments.model)
    parameters.n_ctx = arguments.context_tokens
    parameters.n_parallel = 1
    for threads in (parameters.cpuparams, parameters.cpuparams_batch):
        threads.n_threads = arguments.threads
    parameters.sampling.penalty_repeat = REPEAT_PENALTY
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_threads_http = 2
    parameters.ui = False
    parameters.warmup = False
    return parameters


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--context-tokens", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    server = xllamacpp.Server(parameters(parser.parse_args()))
    print(server.listening_address, flush=True)
    # Who has started this closes its input, or has died, which closes it as well.
    sys.stdin.read()


if __name__ == "__main__":
    main()
