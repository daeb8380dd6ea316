// ballast-mock: the endpoint as a program. Its first line on stdout is one JSON object that says how to come in.

#include "faults.h"
#include "server.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <pthread.h>
#include <stdexcept>
#include <string>

static constexpr const char *help = R"(ballast-mock: a demo endpoint that plays IAM, CSBS, SDRS and VPC on 127.0.0.1

usage: ballast-mock [options]
  --port N          listen there (default 0: any free port)
  --seed N          what ids, names and fates are made from (default 7)
  --scenario NAME   company (default), empty, odd, or the path of a JSON file
  --records N       so many replication records, up to a million, and a third as many backups; from 10000 on a fleet in
                    five regions: the first project lists all records, and of backups, replicas among them, there are
                    at most three tenths as many
  --epoch TIME      where the calendar starts, e.g. 2026-03-05T08:00:00Z (default now)
  --speed X         how many times as fast the calendar runs (default 1; 0 stands still)
  --token-life N    a token holds for N seconds of the calendar (default 86400)
  --tls CERT KEY    serve https with these PEM files
  --fault RULE      "METHOD PATHGLOB ACTION[=ARG] [@N|@every|xN|%P]", repeatable; actions: delay=MS hang status=N
                    429[=S] error=STATUS/CODE echo[=N] drop dropbefore reset cut drip[=MS] wrongtype malformed empty types
                    huge[=BYTES] duplicate manyheaders badlength
                    error gives the body of the code's service: "GET */checkpoint_items error=400/BackupService.4008"
                    says that the project must use CBR, "* */server-groups* status=403" that the right is missing
                    echo refuses with what was sent, secrets included
  --help, --version

A word in a name chooses what becomes of an order. For copies the name of the copy, the policy, the backup or the server:
  fail (fail_names of the scenario)  it ends as fail            fail-part  of a policy: every second copy does
  never                              it never ends              skip       it ends as skip
For protection groups the name of the group:
  fail (fail_names of the scenario)  job FAIL, group error      fail-part  only a sub-job of the job says why
  never                              job RUNNING, group creating, for ever
  lost                               the job's id is unknown    odd-type   the job is of a type nobody documented

The first line on stdout is {"url","project_id","region","ak","sk","user","password","domain","scopes"}.
Control, with the header X-Ballast-Mock: 1:  GET|DELETE /_mock/requests   GET|POST|DELETE /_mock/faults {"rule"}
                                             GET|POST /_mock/clock {"advance_ms"}   GET /_mock/state
)";

static long number(const std::string &option, const std::string &text, long most)
{
    char *end = nullptr;
    const long value = std::strtol(text.c_str(), &end, 10);
    if (text.empty() || *end || value < 0 || value > most)
        throw std::runtime_error(option + " wants a number from 0 to " + std::to_string(most));
    return value;
}

static mock::Options optionsOf(int argc, char **argv)
{
    mock::Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string option = argv[i];
        const auto next = [&]() -> std::string {
            if (i + 1 >= argc)
                throw std::runtime_error(option + " wants a value");
            return argv[++i];
        };
        if (option == "--port") {
            options.port = static_cast<std::uint16_t>(number(option, next(), 65535));
        } else if (option == "--seed") {
            options.seed = std::uint64_t(number(option, next(), 2'147'483'647));
        } else if (option == "--scenario") {
            options.scenario = next();
        } else if (option == "--records") {
            options.records = number(option, next(), 1'000'000);
        } else if (option == "--epoch") {
            options.epoch = next();
        } else if (option == "--speed") {
            const std::string text = next();
            char *end = nullptr;
            options.speed = std::strtod(text.c_str(), &end);
            if (text.empty() || *end || !(options.speed >= 0 && options.speed <= 1'000'000))
                throw std::runtime_error("--speed wants a number from 0 to 1000000");
        } else if (option == "--token-life") {
            options.tokenLife = number(option, next(), 2'147'483'647);
        } else if (option == "--tls") {
            options.tlsCert = next();
            options.tlsKey = next();
        } else if (option == "--fault") {
            const std::string rule = next();
            std::string error;
            if (!mock::FaultRule::parse(rule, &error))
                throw std::runtime_error(error);
            options.faults.push_back(rule);
        } else {
            throw std::runtime_error("unknown option " + option + " (see --help)");
        }
    }
    return options;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--help") {
            std::fputs(help, stdout);
            return 0;
        }
        if (std::string(argv[i]) == "--version") {
            std::puts("ballast-mock " BALLAST_VERSION);
            return 0;
        }
    }
    // Blocked before the server's thread is born, so that only the wait below gets them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        mock::Server server(optionsOf(argc, argv));
        std::string error;
        if (!server.start(&error))
            throw std::runtime_error(error);
        std::puts(mock::toJson(server.door()).c_str());
        std::fflush(stdout);
        int which = 0;
        sigwait(&signals, &which);
        server.stop();
    } catch (const std::runtime_error &wrong) {
        std::fprintf(stderr, "ballast-mock: %s\n", wrong.what());
        return 2;
    }
    return 0;
}
