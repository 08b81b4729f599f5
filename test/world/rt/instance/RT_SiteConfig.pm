# The try-out world's Request Tracker: all its data in one folder, one port of this machine, and no mail that leaves it.
use Fcntl qw(:flock);
my $folder = $ENV{DESKCHECK_RT_FOLDER};

Set($rtname, 'support.harborworks.test');
Set($Organization, 'harborworks.test');
Set($CorrespondAddress, 'support@harborworks.test');
Set($CommentAddress, 'support-comment@harborworks.test');
Set($Timezone, 'UTC');
Set($WebDomain, '127.0.0.1');
Set($WebPort, $ENV{DESKCHECK_RT_PORT});
# Debian's own default is /rt.
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, "$folder/rt.sqlite3");
Set($LogToSyslog, undef);
Set($LogToFile, 'warning');
Set($LogDir, "$folder/log");
# Each request of the REST interface proves who sends it anew, which by default costs more than all else that it does.
Set($BcryptCost, 4);
# Else a gpg-agent would be started, which outlives the server.
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);
# Every mail that Request Tracker sends ends in a file.
Set($MailCommand, sub {
    my ($mail) = @_;
    open(my $outbox, '>>', "$folder/outbox.mbox") or return 0;
    flock($outbox, LOCK_EX);
    $mail->print($outbox);
    return close($outbox);
});
$RT::MasonDataDir = "$folder/mason";
$RT::MasonSessionDir = "$folder/session";
1;
