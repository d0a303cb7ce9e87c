@echo off
rem Starts Diaodu from an installation, with the flags of bin/diaodu from the same files, and without an archive of classes.
rem ASCII and CRLF: cmd reads this file in the code page of the console. What else Windows needs: docs/operations.md
setlocal DisableDelayedExpansion
for %%i in ("%~dp0..") do set "home=%%~fi"
if not exist "%home%\lib\diaodu.jar" (
  echo diaodu: lib\diaodu.jar is missing. This starts an installation, not a checkout. 1>&2
  exit /b 2
)

rem What the program prints is UTF-8. The console gets its code page back.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "codepage=%%p"
chcp 65001 >nul

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem Java 17 is the first that knows this flag, and Java 23 the first that knows those of the file.
"%java%" --enable-native-access=ALL-UNNAMED -version >nul 2>&1
if errorlevel 1 (
  type "%home%\bin\internal\java-needed.txt" 1>&2
  chcp %codepage% >nul
  exit /b 2
)
set "newer="
"%java%" "@%home%\conf\jvm-24.options" -version >nul 2>&1
if not errorlevel 1 set "newer="@%home%\conf\jvm-24.options""

if not defined DIAODU_JVM set "DIAODU_JVM="@%home%\conf\jvm-default.options""
if not defined DIAODU_LOG set "DIAODU_LOG=log"

rem The server needs one class more; for others it must not be there.
set "classpath=%home%\lib\diaodu.jar;%home%\lib\spark\*;%home%\lib\other\*"
if "%~1"=="serve" set "classpath=%classpath%;%home%\lib\server\*"

"%java%" %DIAODU_JVM% "@%home%\conf\jvm.options" %newer% -Ddiaodu.terminal=false -Ddiaodu.interactive=false "-Ddiaodu.home=%home%" "-Ddiaodu.log=%DIAODU_LOG%" "-Dlog4j2.configurationFile=%home%\conf\log4j2.properties" -cp "%classpath%" org.diaodu.cli.Diaodu %*
set "result=%errorlevel%"
chcp %codepage% >nul
exit /b %result%
